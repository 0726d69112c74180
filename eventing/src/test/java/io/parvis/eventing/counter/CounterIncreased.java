package io.parvis.eventing.counter;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

@Event(namespace = "test", name = "CounterIncreased", version = "1")
record CounterIncreased(@EventTag(key = "counter") String counterId, int by) {}
