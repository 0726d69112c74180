package io.parvis.torture.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A row of the log. */
public record LogEvent(
        long position,
        String id,
        String name,
        JsonNode payload,
        Map<String, String> metadata,
        List<String> tags,
        Instant recordedAt) {

    String text(String pointer) {
        return payload.at(pointer).asText();
    }

    long number(String pointer) {
        return payload.at(pointer).asLong();
    }

    String trace() {
        return metadata.getOrDefault("correlationId", "");
    }

    boolean byAutomation() {
        return metadata.getOrDefault("principal", "").startsWith("automation:");
    }

    LogEvent at(long other) {
        return new LogEvent(other, id, name, payload, metadata, tags, recordedAt);
    }

    LogEvent withId(String other) {
        return new LogEvent(position, other, name, payload, metadata, tags, recordedAt);
    }

    LogEvent withMetadata(Map<String, String> other) {
        return new LogEvent(position, id, name, payload, other, tags, recordedAt);
    }

    LogEvent recordedAt(Instant other) {
        return new LogEvent(position, id, name, payload, metadata, tags, other);
    }

    @Override
    public String toString() {
        return position + " " + name + " " + payload + " " + tags + " correlation " + trace();
    }
}
