package io.parvis.eventing.command;

/** For a {@link Decider}, which needs nothing beside the log. */
public enum Nothing {
    NOTHING
}
