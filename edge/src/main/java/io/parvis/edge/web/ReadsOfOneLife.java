package io.parvis.edge.web;

import io.parvis.edge.problem.Problem;
import io.parvis.eventing.projection.RebuiltViews;
import io.parvis.eventing.store.StoreLife;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A read during which the store began another life, or views were emptied for a rebuild, may have returned a mix of
 * old and new data, or none, and its entity tag may be wrong. It is answered with 503, and the client retries.
 */
public final class ReadsOfOneLife {

    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);
    private static final int FAULT = 500;

    private final RequestFacts facts;
    private final ViewProcessors views;
    private final StoreLife life;
    private final RebuiltViews rebuilt;

    ReadsOfOneLife(RequestFacts facts, ViewProcessors views, StoreLife life, RebuiltViews rebuilt) {
        this.facts = facts;
        this.views = views;
        this.life = life;
        this.rebuilt = rebuilt;
    }

    /** After all others, whatever they made of the answer. */
    @ServerResponseFilter(priority = Priorities.AUTHENTICATION)
    void judge(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (response.getStatus() >= FAULT
                || !ReadMethods.include(request.getMethod())
                || resource.getResourceMethod() == null) {
            return;
        }
        var behind = views.of(resource.getResourceMethod(), request.getMethod());
        if (behind.isEmpty() || !(facts.hasOutlived(life.id()) || rebuilt.include(behind))) {
            return;
        }
        var refusal = RequestFilters.beingRebuilt();
        response.getHeaders().remove(HttpHeaders.ETAG);
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
        response.setStatus(refusal.problem().status());
        response.setEntity(refusal.problem(), null, PROBLEM);
    }
}
