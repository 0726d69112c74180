package io.parvis.gateway.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.gateway.door.Routes;
import io.parvis.gateway.service.Services;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The merged document, made anew every half minute when somebody asks, or every other second while a service has never
 * described itself. Services are asked at once; who does not answer is described as last time.
 */
@ApplicationScoped
class ApiDocuments {

    private static final Logger LOG = Logger.getLogger(ApiDocuments.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "gateway";
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long COMPLETE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long PARTIAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final Vertx vertx;
    private final Services services;
    private final Routes routes;
    private final OpenApiDocumentService own;
    private final Map<String, ObjectNode> lastKnown = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Made> latest = new AtomicReference<>();

    private record Made(long at, Future<ApiDocument> document) {}

    ApiDocuments(Vertx vertx, Services services, Routes routes, OpenApiDocumentService own) {
        this.vertx = vertx;
        this.services = services;
        this.routes = routes;
        this.own = own;
    }

    Future<ApiDocument> current() {
        var now = System.nanoTime();
        var known = latest.get();
        if (known != null && serves(known, now)) {
            return known.document();
        }
        var made = new Made(now, make());
        latest.set(made);
        return made.document();
    }

    private boolean serves(Made made, long now) {
        var valid = lastKnown.keySet().containsAll(services.names()) ? COMPLETE_NANOS : PARTIAL_NANOS;
        return !made.document().isComplete() || (made.document().succeeded() && now - made.at() < valid);
    }

    private Future<ApiDocument> make() {
        return Future.join(services.names().stream().map(this::refresh).toList())
                .compose(asked -> vertx.executeBlocking(this::merge));
    }

    private ApiDocument merge() throws IOException {
        var documents = new LinkedHashMap<String, ObjectNode>();
        documents.put(OWN, (ObjectNode) JSON.readTree(own.getDocument("<default>", Format.JSON)));
        services.names().forEach(name -> {
            var document = lastKnown.get(name);
            if (document != null) {
                documents.put(name, document);
            }
        });
        return ApiDocument.of(ApiMerge.merge(documents, this::reachable));
    }

    private Future<Void> refresh(String service) {
        return services.ask(service, "/q/openapi?format=json", PATIENCE)
                .compose(answer -> vertx.executeBlocking(() -> read(answer)))
                .onSuccess(document -> lastKnown.put(service, document))
                .onFailure(failure -> LOG.debugf("%s does not describe itself: %s", service, failure))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** What a service answers that is not ready is no description, though it may be JSON. */
    private static ObjectNode read(Services.Answer answer) throws IOException {
        if (answer.status() == OK && JSON.readTree(answer.body().getBytes()) instanceof ObjectNode document) {
            return document;
        }
        throw new IOException("Status " + answer.status());
    }

    private boolean reachable(String document, String path) {
        var segments = Arrays.asList(path.substring(1).split("/"));
        return document.equals(OWN)
                || routes.find(segments)
                        .filter(route -> route.service().equals(document))
                        .isPresent();
    }
}
