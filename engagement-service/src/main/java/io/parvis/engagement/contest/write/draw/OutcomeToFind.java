package io.parvis.engagement.contest.write.draw;

/** Not a refusal: everything allows the draw, and the command does not carry its outcome yet. */
final class OutcomeToFind extends RuntimeException {

    OutcomeToFind() {
        super("outcome", null, false, false);
    }
}
