package io.parvis.presence.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A place where a brand means to be. */
public record ChannelId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An id has at least one character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
