package io.parvis.reputation.mention.write.capture;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.edge.ProblemMappers;
import io.parvis.eventing.edge.StrictJson;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.parvis.reputation.mention.write.capture.LineAnswer.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Takes one line in: reads it, checks it, sends its command, and says what came of it. Never fails. */
final class LineIntake {

    /** What came of a line, and where in the log. */
    record Taken(LineAnswer answer, long position) {}

    private final Commands commands;
    private final StrictJson json;
    private final Validator validator;
    private final String brandId;
    private final CommandContext context;

    LineIntake(Commands commands, StrictJson json, Validator validator, String brandId, CommandContext context) {
        this.commands = commands;
        this.json = json;
        this.validator = validator;
        this.brandId = brandId;
        this.context = context;
    }

    Uni<Taken> take(long number, Buffer line) {
        return Uni.createFrom()
                .item(() -> body(line).toCommand(brandId))
                .chain(command -> commands.send(command, context))
                .map(outcome -> new Taken(
                        new LineAnswer(
                                number,
                                Status.CREATED,
                                outcome.event(MentionCaptured.class).mentionId(),
                                null),
                        outcome.position()))
                .onFailure(MentionAlreadyKnown.class)
                .recoverWithItem(known -> new Taken(
                        new LineAnswer(number, Status.KNOWN, ((MentionAlreadyKnown) known).mentionId(), null), 0))
                .onFailure()
                .recoverWithItem(failure -> rejected(number, failure));
    }

    Taken rejected(long number, Throwable failure) {
        return new Taken(new LineAnswer(number, Status.REJECTED, null, ProblemMappers.of(failure)), 0);
    }

    private MentionBody body(Buffer line) {
        MentionBody body = json.read(line.getBytes(), MentionBody.class);
        var violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return body;
    }
}
