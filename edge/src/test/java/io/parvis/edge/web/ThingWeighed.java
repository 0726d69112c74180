package io.parvis.edge.web;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

@Event(namespace = "test", name = "ThingWeighed", version = "1")
record ThingWeighed(@EventTag(key = "thing") String thingId, int grams) {}
