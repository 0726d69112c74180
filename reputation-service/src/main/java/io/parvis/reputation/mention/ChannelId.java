package io.parvis.reputation.mention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** On which channel of the brand a mention was made, as whoever sent it in says: any text, the empty one too. */
public record ChannelId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelId {}

    @Override
    public String toString() {
        return value;
    }
}
