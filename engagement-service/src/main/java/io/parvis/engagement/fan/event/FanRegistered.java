package io.parvis.engagement.fan.event;

import io.parvis.engagement.fan.Consent;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Somebody takes part.
 *
 * @param externalIdHash the partner's id for the person, under a keyed hash; unique per brand
 * @param country ISO 3166-1 alpha-2
 */
@Event(namespace = "engagement", name = "FanRegistered", version = "1")
public record FanRegistered(
        @EventTag(key = "fan") String fanId,
        @EventTag(key = "brand") String brandId,
        @Nullable @EventTag(key = "fan-external") String externalIdHash,
        String country,
        List<Consent> consents) {}
