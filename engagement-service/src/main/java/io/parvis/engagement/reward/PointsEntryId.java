package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parvis.contracts.Identifiers;

/** A movement in a fan's books. */
public record PointsEntryId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PointsEntryId {
        Identifiers.mustNotBeEmpty(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
