package io.parvis.eventing.projection;

/** Reacts to an event with a command in its own service, through the {@link Reaction} it is given. */
public non-sealed interface Automation extends StreamHandler {}
