package io.parvis.engagement.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A key of the deployment, as what it hid or sealed tells what made it. */
public record KeyId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KeyId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An id has at least one character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
