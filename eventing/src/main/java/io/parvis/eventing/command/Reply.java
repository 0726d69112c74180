package io.parvis.eventing.command;

/** What came of deciding on a command. */
sealed interface Reply permits Outcome, Reply.Lacking {

    /** @param need what must be fetched before it is decided again; nothing was recorded */
    record Lacking(Object need) implements Reply {}
}
