package io.parvis.reputation.mention.write.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.AccessRule;
import io.parvis.edge.access.TokenAuthenticator;
import io.parvis.edge.json.StrictJson;
import io.parvis.edge.web.RawRouteChecks;
import io.parvis.edge.web.RequestContent;
import io.parvis.edge.web.RequestFacts;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.projection.Positions;
import io.parvis.reputation.mention.OriginIndex;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes mentions in as a stream, on the raw router: request and answer flow at the same time, and neither is ever held
 * whole. What they may hold is bounded in bytes, whatever their length and number: {@link IntakeMemoryLimit}.
 */
@ApplicationScoped
class MentionStream {

    /** A stream has no size. */
    private static final int BEFORE_THE_SIZE_LIMIT = -200_000;

    static final String NDJSON = "application/x-ndjson";

    /** A stream is the same operation as one mention. */
    private static final AccessRule ACCESS = AccessRule.of(CaptureMentionResource.class, "capture");

    private final TokenAuthenticator authenticator;
    private final Positions positions;
    private final Commands commands;
    private final OriginIndex index;
    private final StrictJson json;
    private final ObjectMapper mapper;
    private final IntakeMemoryLimit memory;
    private final IntakeConfig config;

    MentionStream(
            TokenAuthenticator authenticator,
            Positions positions,
            Commands commands,
            OriginIndex index,
            StrictJson json,
            ObjectMapper mapper,
            IntakeMemoryLimit memory,
            IntakeConfig config) {
        this.authenticator = authenticator;
        this.positions = positions;
        this.commands = commands;
        this.index = index;
        this.json = json;
        this.mapper = mapper;
        this.memory = memory;
        this.config = config;
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
            var caller = authenticator.authenticate(routing.request().getHeader(HttpHeaders.AUTHORIZATION));
            ACCESS.check(caller, brandId);
            RawRouteChecks.mustFit(routing, NDJSON);
            var context = RequestFacts.termsOf(caller, routing.request().getHeader("traceparent"));
            begin(routing.request(), new BrandId(brandId), context);
        } catch (RuntimeException refusal) {
            routing.request().resume();
            routing.fail(refusal);
        }
    }

    private void begin(HttpServerRequest request, BrandId brandId, CommandContext terms) {
        var loop = Vertx.currentContext();
        var lines = new LineIntake(commands, index, json, brandId, terms, work -> loop.runOnContext(now -> work.run()));
        var answers = new AnswerLines(request.response(), positions, mapper);
        new MentionIntake(request, lines, answers, loop, memory).begin(config.idleTimeout());
    }
}
