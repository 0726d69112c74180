package io.parvis.edge.web;

import io.parvis.edge.json.StrictJson;
import io.parvis.edge.problem.RefusedWithStatus;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that do not fit the operation's signature: an unsupported media type, an unknown query parameter,
 * a body if it has none.
 */
@ApplicationScoped
public class RequestSignatureFilter {

    private static final String OPEN = "/v1/public/";

    /** An absent body: nothing, or an object without members. */
    private record Nothing() {}

    private final CurrentVertxRequest current;
    private final RequestFacts facts;
    private final StrictJson json;
    private final long maxBody;
    private final Map<Method, OperationSignature> shapes = new ConcurrentHashMap<>();

    RequestSignatureFilter(
            CurrentVertxRequest current,
            RequestFacts facts,
            StrictJson json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.current = current;
        this.facts = facts;
        this.json = json;
        this.maxBody = maxBody.asLongValue();
    }

    /**
     * What Quarkus REST must not do by itself: negotiate (it would find a writer for {@code text/html} in
     * {@code toString()}), take a format for one where there is no body, and say which methods there are (it knows those
     * of one class only).
     */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public @Nullable Response takeOver(ContainerRequestContext request) {
        facts.accept(MediaRange.parse(request.getHeaderString(HttpHeaders.ACCEPT)));
        // Quarkus REST reads some headers from the request and some from a copy of its own.
        request().headers().remove(HttpHeaders.ACCEPT);
        request.getHeaders().remove(HttpHeaders.ACCEPT);
        if (!RequestContent.isDeclared(request())) {
            // Without content there is no format: it is read as an empty body, whatever the head says.
            request().headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            var allowed = AllowedMethods.of(request.getUriInfo().getPath());
            return allowed.isEmpty()
                    ? null
                    : Response.noContent()
                            .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                            .build();
        }
        return null;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 100, nonBlocking = true)
    public @Nullable Uni<Response> check(ContainerRequestContext request, ResourceInfo resource) {
        var shape = shapes.computeIfAbsent(resource.getResourceMethod(), OperationSignature::of);
        if (!shape.mediaTypes().isEmpty() && shape.mediaTypes().stream().noneMatch(facts::accepts)) {
            throw new RefusedWithStatus(RefusedWithStatus.NOT_ACCEPTABLE);
        }
        if (!request.getUriInfo().getPath().startsWith(OPEN)) {
            QueryParameters.mustBeKnown(request.getUriInfo().getQueryParameters(), shape.parameters());
        }
        return shape.takesBody() || ReadMethods.include(request.getMethod()) || !RequestContent.isDeclared(request())
                ? null
                : mustBeNothing();
    }

    private Uni<Response> mustBeNothing() {
        return BoundedBody.of(request(), maxBody)
                .invoke(bytes -> {
                    if (bytes.length > 0) {
                        json.read(bytes, Nothing.class);
                    }
                })
                .replaceWith((Response) null);
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
