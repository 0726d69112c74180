package io.parvis.engagement.fan.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan lives elsewhere now.
 *
 * @param country ISO 3166-1 alpha-2
 */
@Event(namespace = "engagement", name = "FanCountryChanged", version = "1")
public record FanCountryChanged(
        @EventTag(key = "fan") FanId fanId,
        @EventTag(key = "brand") BrandId brandId,
        String country) {}
