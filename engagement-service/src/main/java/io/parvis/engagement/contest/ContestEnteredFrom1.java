package io.parvis.engagement.contest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.eventing.event.Upcaster;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Version 1 knew no time: a fan entered once, and whenever that was, it was before. */
@Singleton
class ContestEnteredFrom1 implements Upcaster {

    @Override
    public String eventName() {
        return "engagement.ContestEntered";
    }

    @Override
    public String fromVersion() {
        return "1";
    }

    @Override
    public String toVersion() {
        return "2";
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        return payload.put("enteredAt", Instant.EPOCH.toString());
    }
}
