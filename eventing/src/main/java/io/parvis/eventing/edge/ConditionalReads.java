package io.parvis.eventing.edge;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Spares a caller what it has already: 304 where If-None-Match names the version that it would get. */
public final class ConditionalReads {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    @ServerResponseFilter
    void spare(ContainerRequestContext request, ContainerResponseContext response) {
        var has = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var entityTag = response.getHeaderString(HttpHeaders.ETAG);
        if (has != null
                && entityTag != null
                && response.getStatus() == OK
                && (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD))
                && EntityTags.names(has, entityTag)) {
            response.setEntity(null);
            response.setStatus(NOT_MODIFIED);
        }
    }
}
