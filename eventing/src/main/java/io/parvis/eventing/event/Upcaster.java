package io.parvis.eventing.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One step from an old version of an event's format to the next; a CDI bean. Steps are chained while one fits. */
public interface Upcaster {

    /** The event's full name, such as {@code presence.BrandRegistered}. */
    String eventName();

    String fromVersion();

    String toVersion();

    /** @return the payload in the format of {@link #toVersion()}; may be the given node, changed */
    ObjectNode upcast(ObjectNode payload);
}
