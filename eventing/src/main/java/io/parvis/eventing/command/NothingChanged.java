package io.parvis.eventing.command;

import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A command succeeded and left everything as it was. A decider may say so itself, to name what it found; where it
 * says nothing, this is understood. It is recorded only under an idempotency key, so that the key stands for this
 * answer whatever happens afterwards; no rule depends on it, and no view reads it.
 *
 * @param found names what was there already, where the answer tells it; nothing that must be forgotten one day
 */
@Event(namespace = "eventing", name = "NothingChanged", version = "1")
public record NothingChanged(@Nullable String found) {

    /** Where there is nothing to name. */
    public static final NothingChanged UNNAMED = new NothingChanged(null);
}
