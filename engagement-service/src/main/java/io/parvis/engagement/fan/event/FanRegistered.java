package io.parvis.engagement.fan.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Somebody takes part.
 *
 * @param externalIndex stands for the partner's id for the person; unique per brand, and pure chance but in the first
 *     format, where it was a keyed hash
 * @param emailIndex the same for the mailbox
 * @param contact encrypted under the fan's key
 * @param country ISO 3166-1 alpha-2
 * @param registeredBy the principal; null in the first format
 */
@Event(namespace = "engagement", name = "FanRegistered", version = "2")
public record FanRegistered(
        @EventTag(key = "fan") FanId fanId,
        @EventTag(key = "brand") BrandId brandId,
        @Nullable @EventTag(key = EXTERNAL) String externalIndex,
        @Nullable @EventTag(key = EMAIL) String emailIndex,
        @Nullable SealedContact contact,
        String country,
        List<Consent> consents,
        @Nullable String registeredBy) {

    public static final String EXTERNAL = "fan-external";
    public static final String EMAIL = "fan-email";

    /** Somebody of whom nothing is known that names them. */
    public FanRegistered(
            FanId fanId, BrandId brandId, @Nullable String externalIndex, String country, List<Consent> consents) {
        this(fanId, brandId, externalIndex, null, null, country, consents, null);
    }
}
