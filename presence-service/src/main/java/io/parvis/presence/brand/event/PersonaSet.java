package io.parvis.presence.brand.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.presence.brand.FormOfAddress;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Who the brand is as a person in a conversation. Replaces what was said before. */
@Event(namespace = "presence", name = "PersonaSet", version = "1")
public record PersonaSet(
        @EventTag(key = "persona") @EventTag(key = "brand") BrandId brandId,
        List<String> traits,
        String tone,
        FormOfAddress formOfAddress,
        List<String> words,
        List<String> forbiddenWords,
        List<String> legalMentions) {}
