package io.parvis.contracts.presence;

import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A legal person begins to speak.
 *
 * @param slug unique across the suite and never reused; 3 to 63 characters
 * @param timeZone IANA
 * @param languages BCP 47, at least one
 */
@Event(namespace = "presence", name = "BrandRegistered", version = "1")
public record BrandRegistered(
        @EventTag(key = BrandTags.LIFE) @EventTag(key = "brand")
        BrandId brandId,

        @EventTag(key = "brand-slug") String slug,
        String name,
        String timeZone,
        List<String> languages,
        @Nullable String legalName) {}
