package io.parvis.reputation.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A query that is kept. */
public record WatchId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WatchId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An id has at least one character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
