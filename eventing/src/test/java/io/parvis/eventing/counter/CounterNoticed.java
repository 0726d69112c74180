package io.parvis.eventing.counter;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Makes another version of a counter, and changes nothing that its view shows. */
@Event(namespace = "test", name = "CounterNoticed", version = "1")
record CounterNoticed(@EventTag(key = "counter") String counterId) {}
