package io.parvis.edge.web;

import io.parvis.edge.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The conditions of reads, in the order of RFC 9110, 13.2.2: 412 where If-Match does not name what the caller would
 * get, 304 where If-None-Match does. What is not answered with 200 is answered as without them.
 */
public final class ConditionalReads {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    @ServerResponseFilter
    void judge(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != OK || !ReadMethods.include(request.getMethod())) {
            return;
        }
        var entityTag = response.getHeaderString(HttpHeaders.ETAG);
        var ifMatch = EntityTags.required(HttpHeaders.IF_MATCH, request.getHeaderString(HttpHeaders.IF_MATCH));
        if (ifMatch != null && !ifMatch.stronglyMatch(entityTag)) {
            response.setStatus(PRECONDITION_FAILED);
            response.setEntity(Problem.forStatus(PRECONDITION_FAILED), null, PROBLEM);
        } else if (has(request, entityTag)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** What is no list of tags is no reason to withhold an answer: it only spares nothing. */
    private static boolean has(ContainerRequestContext request, String entityTag) {
        var header = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var ifNoneMatch = header == null ? null : EntityTags.parse(header);
        return ifNoneMatch != null && ifNoneMatch.weaklyMatch(entityTag);
    }
}
