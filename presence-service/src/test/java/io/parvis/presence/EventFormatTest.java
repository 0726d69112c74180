package io.parvis.presence;

import io.parvis.contracts.presence.BrandId;
import io.parvis.eventing.testing.GoldenEvents;
import io.parvis.presence.brand.FormOfAddress;
import io.parvis.presence.brand.event.BrandChanged;
import io.parvis.presence.brand.event.PersonaSet;
import io.parvis.presence.channel.Cadence;
import io.parvis.presence.channel.ChannelId;
import io.parvis.presence.channel.ChannelKind;
import io.parvis.presence.channel.Purpose;
import io.parvis.presence.channel.event.ChannelPlanned;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {

    @Test
    void keepsTheFormatOfTheLog() {
        GoldenEvents.check(
                "io.parvis.presence",
                List.of(
                        new PersonaSet(
                                new BrandId("b1"),
                                List.of("curious"),
                                "warm",
                                FormOfAddress.FIRST_NAME,
                                List.of("ride"),
                                List.of("cheap"),
                                List.of("Vélo Club SA")),
                        new BrandChanged(new BrandId("b1"), "Vélo", "Europe/Brussels", List.of("fr", "nl"), "Vélo SA"),
                        new ChannelPlanned(
                                new ChannelId("ch1"),
                                new BrandId("b1"),
                                ChannelKind.REVIEW_SITE,
                                "@Velo",
                                "https://Example.org/Velo/",
                                Purpose.REVIEWS,
                                new Cadence(3, Cadence.Period.WEEK))));
    }
}
