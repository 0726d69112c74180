package io.parvis.engagement.coupon.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.eventing.event.Upcaster;
import jakarta.inject.Singleton;

/** Did not say which key hides the codes: there was one. */
@Singleton
class CouponsImportedFrom1To2 implements Upcaster {

    @Override
    public String eventName() {
        return "engagement.CouponsImported";
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
        return payload.putNull("keyId");
    }
}
