package io.parvis.eventing.counter;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Something is to be done about a counter at some time. */
@Event(namespace = "test", name = "AlarmSet", version = "1")
record AlarmSet(@EventTag(key = "counter") String counterId) {}
