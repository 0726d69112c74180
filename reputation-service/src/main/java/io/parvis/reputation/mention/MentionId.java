package io.parvis.reputation.mention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Something that somebody said of a brand. */
public record MentionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MentionId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An id has at least one character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
