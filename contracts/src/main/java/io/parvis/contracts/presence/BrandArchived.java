package io.parvis.contracts.presence;

import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A brand falls silent for good: nothing new is opened or published in its name. */
@Event(namespace = "presence", name = "BrandArchived", version = "1")
public record BrandArchived(
        @EventTag(key = BrandTags.LIFE) @EventTag(key = "brand")
        BrandId brandId) {}
