package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Unavailable;
import io.parvis.eventing.command.Precondition;
import io.parvis.eventing.projection.Positions;
import io.parvis.eventing.projection.RebuiltViews;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of itself before its body: on what terms it is sent, and what the caller has seen. */
@ApplicationScoped
public class RequestFilters {

    private static final int MAX_KEY = 255;

    private final RequestFacts facts;
    private final Positions positions;
    private final ViewProcessors views;
    private final StoreLife life;
    private final RebuiltViews rebuilt;

    RequestFilters(
            RequestFacts facts, Positions positions, ViewProcessors views, StoreLife life, RebuiltViews rebuilt) {
        this.facts = facts;
        this.positions = positions;
        this.views = views;
        this.life = life;
        this.rebuilt = rebuilt;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
    public void read(ContainerRequestContext request) {
        var begun = life.id();
        facts.in(begun);
        facts.correlate(request.getHeaderString("traceparent"));
        var key = request.getHeaderString("Idempotency-Key");
        if (key != null && request.getMethod().equals("POST")) {
            if (key.isEmpty() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new InvalidRequest(
                        "parameter:Idempotency-Key", "must be 1 to %d visible ASCII characters".formatted(MAX_KEY));
            }
            facts.idempotency(key, request.getMethod(), request.getUriInfo().getPath());
        }
        var match = EntityTags.required(HttpHeaders.IF_MATCH, request.getHeaderString(HttpHeaders.IF_MATCH));
        if (ReadMethods.include(request.getMethod())) {
            // What a read would answer is not known before it is answered: see ConditionalReads.
            return;
        }
        var noneMatch =
                EntityTags.required(HttpHeaders.IF_NONE_MATCH, request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (match != null || noneMatch != null) {
            facts.require(new Precondition(
                    match == null ? null : match.strongVersions(life),
                    noneMatch == null ? null : noneMatch.versions(life),
                    begun));
        }
    }

    static Unavailable beingRebuilt() {
        return new Unavailable(
                "not-caught-up",
                "This service is building what it shows anew",
                "The log of events has lost some, as after a failover; ask again in a moment.");
    }

    /** Answers only once there is in the views that are read what the caller has seen. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 100, nonBlocking = true)
    public @Nullable Uni<Response> catchUp(ContainerRequestContext request, ResourceInfo resource) {
        var behind = views.of(resource.getResourceMethod(), request.getMethod());
        if (rebuilt.include(behind)) {
            throw beingRebuilt();
        }
        var mark = request.getHeaderString("Parvis-Position");
        if (mark == null || mark.isBlank()) {
            return null;
        }
        return positions.reached(mark, behind).replaceWith((Response) null);
    }
}
