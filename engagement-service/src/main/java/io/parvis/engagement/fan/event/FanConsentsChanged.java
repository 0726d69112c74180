package io.parvis.engagement.fan.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan agrees to something else now.
 *
 * @param consents what the fan said, by purpose; a purpose that is not named is no longer agreed to
 */
@Event(namespace = "engagement", name = "FanConsentsChanged", version = "1")
public record FanConsentsChanged(
        @EventTag(key = "fan") FanId fanId,
        @EventTag(key = "brand") BrandId brandId,
        List<Consent> consents) {}
