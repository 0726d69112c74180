package io.parvis.eventing.command;

/** What a {@link Decider} knows beside the log. */
public enum Nothing {
    NOTHING
}
