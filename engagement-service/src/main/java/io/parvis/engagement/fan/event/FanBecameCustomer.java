package io.parvis.engagement.fan.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * What all the conversation was for: a fan became a customer. Once per fan.
 *
 * @param becameCustomerAt as whoever reported it says
 */
@Event(namespace = "engagement", name = "FanBecameCustomer", version = "1")
public record FanBecameCustomer(
        @EventTag(key = "fan") FanId fanId,
        @EventTag(key = "brand") BrandId brandId,
        Instant becameCustomerAt) {}
