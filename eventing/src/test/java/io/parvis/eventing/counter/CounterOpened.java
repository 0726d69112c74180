package io.parvis.eventing.counter;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

@Event(namespace = "test", name = "CounterOpened", version = "1")
record CounterOpened(@EventTag(key = "counter") String counterId) {}
