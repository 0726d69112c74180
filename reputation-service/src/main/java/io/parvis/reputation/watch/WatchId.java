package io.parvis.reputation.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parvis.contracts.Identifiers;

/** A query that is kept. */
public record WatchId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WatchId {
        Identifiers.mustNotBeEmpty(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
