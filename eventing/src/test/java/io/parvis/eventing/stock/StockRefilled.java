package io.parvis.eventing.stock;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** @param left in the stock after it */
@Event(namespace = "test", name = "StockRefilled", version = "1")
record StockRefilled(@EventTag(key = "stock") String stockId, int left) {}
