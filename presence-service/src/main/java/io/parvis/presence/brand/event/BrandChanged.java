package io.parvis.presence.brand.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandTags;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A brand goes by another name, in another zone or in other languages. Replaces what was said before.
 *
 * @param timeZone IANA
 * @param languages BCP 47, at least one
 */
@Event(namespace = "presence", name = "BrandChanged", version = "1")
public record BrandChanged(
        @EventTag(key = BrandTags.LIFE) @EventTag(key = "brand")
        BrandId brandId,

        String name,
        String timeZone,
        List<String> languages,
        @Nullable String legalName) {}
