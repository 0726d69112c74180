package io.parvis.eventing.stock;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** @param left in the stock after it */
@Event(namespace = "test", name = "StockTaken", version = "1")
record StockTaken(
        @EventTag(key = "stock") String stockId,
        @EventTag(key = "buyer") String buyer,
        int left) {}
