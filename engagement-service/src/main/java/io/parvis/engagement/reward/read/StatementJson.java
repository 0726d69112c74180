package io.parvis.engagement.reward.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.eventing.event.EventJson;

/** The documents of the views. */
final class StatementJson {

    private StatementJson() {}

    static String write(Object document) {
        try {
            return EventJson.mapper().writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(String document, Class<T> type) {
        try {
            return EventJson.mapper().readValue(document, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A view of rewards is broken", broken);
        }
    }
}
