package io.parvis.engagement.fan.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.eventing.event.Upcaster;
import jakarta.inject.Singleton;

/** Knew no contact data, and had a keyed hash of the external id where an id of chance is now. */
@Singleton
class FanRegisteredFrom1To2 implements Upcaster {

    @Override
    public String eventName() {
        return "engagement.FanRegistered";
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
        var hash = payload.remove("externalIdHash");
        if (hash != null) {
            payload.set("externalIndex", hash);
        }
        return payload;
    }
}
