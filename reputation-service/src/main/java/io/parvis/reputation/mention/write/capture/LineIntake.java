package io.parvis.reputation.mention.write.capture;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.edge.ProblemMappers;
import io.parvis.eventing.edge.StrictJson;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.parvis.reputation.mention.write.capture.LineAnswer.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes one line in: reads it, checks it, sends its command, and says what came of it. Never fails. */
final class LineIntake {

    /** What came of a line, and where in the log. */
    record Taken(LineAnswer answer, long position) {}

    private final Commands commands;
    private final StrictJson json;
    private final String brandId;
    private final CommandContext context;
    private final Map<List<String>, Uni<Taken>> underWay = new HashMap<>();

    LineIntake(Commands commands, StrictJson json, String brandId, CommandContext context) {
        this.commands = commands;
        this.json = json;
        this.brandId = brandId;
        this.context = context;
    }

    Uni<Taken> take(long number, Buffer line) {
        return Uni.createFrom()
                .item(() -> body(line))
                .chain(body -> inTurn(body, capture(number, body)))
                .onFailure()
                .recoverWithItem(failure -> rejected(number, failure));
    }

    /** Of two lines with one origin the first is the one that is created, also where they are under way together. */
    private Uni<Taken> inTurn(MentionBody body, Uni<Taken> capture) {
        var origin = List.of(body.source(), body.externalId());
        var before = underWay.get(origin);
        var mine = (before == null
                        ? capture
                        : before.onFailure().recoverWithNull().chain(() -> capture))
                .memoize()
                .indefinitely();
        underWay.put(origin, mine);
        return mine.eventually(() -> underWay.remove(origin, mine));
    }

    private Uni<Taken> capture(long number, MentionBody body) {
        return commands.send(body.toCommand(brandId), context)
                .map(outcome -> new Taken(
                        new LineAnswer(
                                number,
                                Status.CREATED,
                                outcome.event(MentionCaptured.class).mentionId(),
                                null),
                        outcome.position()))
                .onFailure(MentionAlreadyKnown.class)
                .recoverWithItem(known -> new Taken(
                        new LineAnswer(number, Status.KNOWN, ((MentionAlreadyKnown) known).mentionId(), null), 0));
    }

    Taken rejected(long number, Throwable failure) {
        return new Taken(new LineAnswer(number, Status.REJECTED, null, ProblemMappers.of(failure)), 0);
    }

    private MentionBody body(Buffer line) {
        return json.read(line.getBytes(), MentionBody.class);
    }
}
