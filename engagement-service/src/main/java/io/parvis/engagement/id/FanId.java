package io.parvis.engagement.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parvis.contracts.Identifiers;

/** A fan of one brand. */
public record FanId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FanId {
        Identifiers.mustNotBeEmpty(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
