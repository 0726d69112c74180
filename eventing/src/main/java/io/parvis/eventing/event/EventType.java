package io.parvis.eventing.event;

import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** The stable name of an event class, as {@code @Event} declares it. */
public final class EventType {

    /** Read once per class: it is asked for with every command and every event. */
    private static final ClassValue<MessageType> DECLARED = new ClassValue<>() {
        @Override
        protected MessageType computeValue(Class<?> event) {
            return read(event);
        }
    };

    private EventType() {}

    /**
     * @return namespace, name and version, such as {@code presence.BrandRegistered#1}
     * @throws IllegalArgumentException where the version is no whole number, or a part is missing: a default would be the Java package, and history would
     *     break when a class moves
     */
    public static MessageType of(Class<?> event) {
        return DECLARED.get(event);
    }

    private static MessageType read(Class<?> event) {
        var declared = event.getAnnotation(Event.class);
        if (declared == null
                || declared.namespace().isEmpty()
                || declared.name().isEmpty()
                || !EventVersion.isOne(declared.version())) {
            throw new IllegalArgumentException(
                    event.getName() + " must declare @Event(namespace, name, version) in full, the version a number");
        }
        return new MessageType(declared.namespace(), declared.name(), declared.version());
    }
}
