package io.parvis.eventing.counter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.eventing.event.Upcaster;
import jakarta.inject.Singleton;

/** A step that somebody got wrong: it fails on what it did not expect. */
@Singleton
class CounterIncreasedFromBroken implements Upcaster {

    /** The format that it cannot bring on. */
    static final String BROKEN = "0";

    @Override
    public String eventName() {
        return "test.CounterIncreased";
    }

    @Override
    public String fromVersion() {
        return BROKEN;
    }

    @Override
    public String toVersion() {
        return "1";
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        throw new IllegalStateException("nobody thought of this");
    }
}
