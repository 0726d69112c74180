package io.parvis.reputation.mention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What its source calls a mention: any text, and the empty one of what it replies to. */
public record ExternalId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExternalId {}

    @Override
    public String toString() {
        return value;
    }
}
