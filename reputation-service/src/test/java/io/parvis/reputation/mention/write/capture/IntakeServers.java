package io.parvis.reputation.mention.write.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Caller;
import io.parvis.edge.json.StrictJson;
import io.parvis.edge.web.RequestFacts;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.projection.Positions;
import io.parvis.reputation.mention.OriginIndex;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Consumer;

/** Take streams in as the service does, on ports of their own and otherwise configured. */
@ApplicationScoped
class IntakeServers {

    private final Commands commands;
    private final StrictJson json;
    private final Positions positions;
    private final ObjectMapper mapper;
    private final IntakeMemoryLimit memory;
    private final Vertx vertx;

    IntakeServers(
            Commands commands,
            StrictJson json,
            Positions positions,
            ObjectMapper mapper,
            IntakeMemoryLimit memory,
            Vertx vertx) {
        this.commands = commands;
        this.json = json;
        this.positions = positions;
        this.mapper = mapper;
        this.memory = memory;
        this.vertx = vertx;
    }

    /** Whoever asks for one closes it. */
    HttpServer listen(Consumer<HttpServerRequest> streams) {
        return vertx.createHttpServer()
                .requestHandler(streams::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** On the event loop of the request; not begun yet. */
    MentionIntake intake(HttpServerRequest request, BrandId brandId, OriginIndex index) {
        var loop = Vertx.currentContext();
        var lines = new LineIntake(
                commands,
                index,
                json,
                brandId,
                RequestFacts.termsOf(new Caller("test", "test", Set.of()), null),
                work -> loop.runOnContext(now -> work.run()));
        return new MentionIntake(request, lines, new AnswerLines(request.response(), positions, mapper), loop, memory);
    }
}
