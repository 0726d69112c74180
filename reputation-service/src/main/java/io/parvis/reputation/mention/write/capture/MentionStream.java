package io.parvis.reputation.mention.write.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.edge.AccessRule;
import io.parvis.eventing.edge.Callers;
import io.parvis.eventing.edge.Positions;
import io.parvis.eventing.edge.RequestContent;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.StrictJson;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes mentions in as a stream, on the raw router: request and answer flow at the same time, and neither is ever held
 * whole. Memory is bounded by the lines under way, whatever the stream's length.
 */
@ApplicationScoped
class MentionStream {

    /** A stream has no size. */
    private static final int BEFORE_THE_SIZE_LIMIT = -200_000;

    static final String NDJSON = "application/x-ndjson";

    /** A stream is the same operation as one mention. */
    private static final AccessRule ACCESS = AccessRule.of(CaptureMentionResource.class, "capture");

    private final Callers callers;
    private final Positions positions;
    private final Commands commands;
    private final StrictJson json;
    private final ObjectMapper mapper;

    MentionStream(
            Callers callers,
            Positions positions,
            Commands commands,
            StrictJson json,
            ObjectMapper mapper) {
        this.callers = callers;
        this.positions = positions;
        this.commands = commands;
        this.json = json;
        this.mapper = mapper;
    }

    void route(@Observes Router router) {
        router.post("/v1/brands/:brandId/mentions").order(BEFORE_THE_SIZE_LIMIT).handler(this::dispatch);
    }

    private void dispatch(RoutingContext routing) {
        if (!RequestContent.is(NDJSON, routing.request())) {
            routing.next();
            return;
        }
        try {
            var brandId = routing.pathParam("brandId");
            var caller = callers.authenticate(routing.request().getHeader(HttpHeaders.AUTHORIZATION));
            ACCESS.check(caller, brandId);
            var context = RequestFacts.termsOf(caller, routing.request().getHeader("traceparent"));
            new MentionIntake(routing, new LineIntake(commands, json, brandId, context), positions, mapper)
                    .begin();
        } catch (RuntimeException refusal) {
            routing.request().resume();
            routing.fail(refusal);
        }
    }

    /** One line of the answer. */
    static String line(ObjectMapper mapper, Object answer) {
        try {
            return mapper.writeValueAsString(answer) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
