package io.parvis.presence.brand.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.eventing.event.EventJson;
import io.parvis.presence.brand.FormOfAddress;
import io.parvis.presence.brand.event.PersonaSet;
import java.util.List;

record Persona(
        List<String> traits,
        String tone,
        FormOfAddress formOfAddress,
        List<String> words,
        List<String> forbiddenWords,
        List<String> legalMentions) {

    static Persona of(PersonaView view) {
        try {
            var set = EventJson.mapper().readValue(view.document, PersonaSet.class);
            return new Persona(
                    set.traits(),
                    set.tone(),
                    set.formOfAddress(),
                    set.words(),
                    set.forbiddenWords(),
                    set.legalMentions());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The view of persona " + view.brandId + " is broken", broken);
        }
    }
}
