package io.parvis.reputation;

import io.parvis.contracts.presence.BrandId;
import io.parvis.eventing.testing.GoldenEvents;
import io.parvis.reputation.mention.ChannelId;
import io.parvis.reputation.mention.MentionId;
import io.parvis.reputation.mention.Rating;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.WatchId;
import io.parvis.reputation.watch.event.WatchAdded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {

    @Test
    void keepsTheFormatOfTheLog() {
        GoldenEvents.check(
                "io.parvis.reputation",
                List.of(
                        new MentionCaptured(
                                new MentionId("m1"),
                                new BrandId("b1"),
                                "forum",
                                "0a1b2c3d.hidden-42",
                                "C'est génial 🚲",
                                Instant.parse("2026-07-04T10:00:00Z"),
                                "fr",
                                new Rating(new BigDecimal("4.5"), new BigDecimal("5")),
                                1200L,
                                300L,
                                "0a1b2c3d.hidden-41",
                                new ChannelId("ch1")),
                        new WatchAdded(
                                new WatchId("w1"),
                                new BrandId("b1"),
                                "Crowns",
                                Subject.SECTOR,
                                List.of("crown"),
                                List.of("price"),
                                List.of("king"))));
    }
}
