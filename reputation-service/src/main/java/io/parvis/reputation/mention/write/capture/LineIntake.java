package io.parvis.reputation.mention.write.capture;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.json.StrictJson;
import io.parvis.edge.web.ProblemMappers;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.NothingChanged;
import io.parvis.reputation.mention.OriginIndex;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.parvis.reputation.mention.write.capture.LineAnswer.Status;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;

/** Takes one line in: reads it, checks it, sends its command, and says what came of it. Never fails. */
final class LineIntake {

    /** What came of a line, and where in the log. */
    record Taken(LineAnswer answer, long position) {}

    private final Commands commands;
    private final OriginIndex index;
    private final StrictJson json;
    private final BrandId brandId;
    private final CommandContext context;
    private final KeyedQueues<String> ofOneOrigin;

    LineIntake(
            Commands commands,
            OriginIndex index,
            StrictJson json,
            BrandId brandId,
            CommandContext context,
            Executor eventLoop) {
        this.commands = commands;
        this.index = index;
        this.json = json;
        this.brandId = brandId;
        this.context = context;
        this.ofOneOrigin = new KeyedQueues<>(eventLoop);
    }

    /** Of two lines with one origin the first is the one that is created, also where they are under way together. */
    Uni<Taken> take(long number, byte[] line) {
        return Uni.createFrom()
                .item(() -> body(line))
                .map(body -> body.toCommand(brandId, index))
                .chain(command -> ofOneOrigin.inTurn(command.mention().origin(), capture(number, command)))
                .onFailure()
                .recoverWithItem(failure -> rejected(number, failure));
    }

    private Uni<Taken> capture(long number, CaptureMention command) {
        return commands.send(command, context).map(outcome -> new Taken(answer(number, outcome), outcome.position()));
    }

    private static LineAnswer answer(long number, CommandOutcome outcome) {
        return outcome.changedNothing()
                ? new LineAnswer(
                        number,
                        Status.KNOWN,
                        outcome.event(NothingChanged.class).found(),
                        null)
                : new LineAnswer(
                        number,
                        Status.CREATED,
                        outcome.event(MentionCaptured.class).mentionId().value(),
                        null);
    }

    static Taken rejected(long number, Throwable failure) {
        return new Taken(new LineAnswer(number, Status.REJECTED, null, ProblemMappers.of(failure)), 0);
    }

    private MentionBody body(byte[] line) {
        return json.read(line, MentionBody.class);
    }
}
