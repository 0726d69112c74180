package io.parvis.edge.web;

import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.NothingChanged;
import io.parvis.eventing.projection.Positions;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/** Sends a request's command and answers with its outcome. */
@ApplicationScoped
public class Answers {

    private final Commands commands;
    private final RequestFacts facts;
    private final IdempotencyRecords records;
    private final Positions positions;
    private final StoreLife life;

    Answers(Commands commands, RequestFacts facts, IdempotencyRecords records, Positions positions, StoreLife life) {
        this.commands = commands;
        this.facts = facts;
        this.records = records;
        this.positions = positions;
        this.life = life;
    }

    /** What was created, and where: both are read from the outcome, so that a repeated request gets them again. */
    public record Created(String location, Object body) {}

    /** 201 with the place of what was created. */
    public Uni<Response> created(Object command, Function<CommandOutcome, Created> answer) {
        return send(command, outcome -> created(answer.apply(outcome)));
    }

    private static ResponseBuilder created(Created created) {
        return Response.status(201).header("Location", created.location()).entity(created.body());
    }

    /**
     * 201 with the place of what was created, or 200 where it was there already.
     *
     * @param found the answer to what {@link NothingChanged#found} names
     */
    public Uni<Response> createdOrFound(
            Object command, Function<CommandOutcome, Created> answer, Function<String, Object> found) {
        return send(
                command,
                outcome -> outcome.changedNothing()
                        ? Response.ok(found.apply(Objects.requireNonNull(
                                outcome.event(NothingChanged.class).found())))
                        : created(answer.apply(outcome)));
    }

    /** 201, where what is answered takes a while to make. */
    public Uni<Response> createdAfter(Object command, Function<CommandOutcome, Uni<Created>> answer) {
        return commands.send(command, facts.commandContext(records))
                .chain(outcome -> answer.apply(outcome).map(created -> marked(outcome, created(created))));
    }

    /** 204: done, and there is nothing more to say. */
    public Uni<Response> done(Object command) {
        return send(command, outcome -> Response.noContent());
    }

    /** Any other answer. */
    public Uni<Response> send(Object command, Function<CommandOutcome, ResponseBuilder> answer) {
        return commands.send(command, facts.commandContext(records))
                .map(outcome -> marked(outcome, answer.apply(outcome)));
    }

    private Response marked(CommandOutcome outcome, ResponseBuilder answer) {
        var response = answer.header("Parvis-Position", positions.mark(outcome.position()));
        return outcome.replayed()
                ? response.header("Idempotent-Replayed", "true").build()
                : response.build();
    }

    /** 200 for a single resource, which looks the same to everybody, in the version that its view tells. */
    public Response resource(Object body, VersionedView shown) {
        return resource(body, shown, "");
    }

    /**
     * 200 for one of several representations of a resource.
     *
     * @param representation what tells it apart, in lower-case letters; empty for one of them
     */
    public Response resource(Object body, VersionedView shown, String representation) {
        return Response.ok(body)
                .header("ETag", EntityTags.of(life, shown.version(), representation))
                .build();
    }

    /** 200 for what is told from several things, none of which can be changed by its tag. */
    public Response summary(Object body, VersionedView... shown) {
        // Each only grows, and by itself: the sum moves whichever does.
        var all = Arrays.stream(shown).mapToLong(VersionedView::version).sum();
        return Response.ok(body).header("ETag", EntityTags.of(life, all, "")).build();
    }
}
