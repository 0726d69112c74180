package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An option of a question, by its author's name for it; unique in the question. */
public record OptionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OptionId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An id has at least one character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
