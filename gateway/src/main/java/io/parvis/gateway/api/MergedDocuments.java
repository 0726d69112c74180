package io.parvis.gateway.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.gateway.routing.Routes;
import io.parvis.gateway.service.ServiceDescription;
import io.parvis.gateway.service.ServiceDescriptions;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The merged document, made anew when somebody asks for it and a service describes itself in another way than before. */
@ApplicationScoped
class MergedDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "gateway";

    private final Vertx vertx;
    private final ServiceDescriptions descriptions;
    private final Routes routes;
    private final OpenApiDocumentService own;
    private final AtomicReference<@Nullable Made> latest = new AtomicReference<>();

    private record Made(Map<String, ServiceDescription> of, Future<MergedDocument> document) {}

    MergedDocuments(Vertx vertx, ServiceDescriptions descriptions, Routes routes, OpenApiDocumentService own) {
        this.vertx = vertx;
        this.descriptions = descriptions;
        this.routes = routes;
        this.own = own;
    }

    Future<MergedDocument> current() {
        var known = descriptions.known();
        var before = latest.get();
        if (before != null && before.of() == known && !before.document().failed()) {
            return before.document();
        }
        var made = new Made(known, vertx.executeBlocking(() -> merge(known)));
        latest.set(made);
        return made.document();
    }

    private MergedDocument merge(Map<String, ServiceDescription> known) throws IOException {
        var documents = new LinkedHashMap<String, ObjectNode>();
        documents.put(OWN, (ObjectNode) JSON.readTree(own.getDocument("<default>", Format.JSON)));
        known.forEach((name, description) -> documents.put(name, description.document()));
        return MergedDocument.of(ApiMerge.merge(documents, this::reachable));
    }

    private boolean reachable(String document, String path) {
        var segments = Arrays.asList(path.substring(1).split("/"));
        return document.equals(OWN)
                || routes.find(segments)
                        .filter(route -> route.service().equals(document))
                        .isPresent();
    }
}
