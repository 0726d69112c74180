package io.parvis.eventing.command;

/** The result of one decision. */
sealed interface Reply permits CommandOutcome, Reply.NeedsMore {

    /** @param need what must be fetched before it is decided again; nothing was recorded */
    record NeedsMore(Object need) implements Reply {}
}
