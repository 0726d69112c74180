package io.parvis.engagement;

import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Beacon;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Money;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Lot;
import io.parvis.engagement.reward.Operation;
import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsExpiry;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.testing.GoldenEvents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {

    @Test
    void keepsTheFormatOfTheLog() {
        GoldenEvents.check(
                "io.parvis.engagement",
                List.of(
                        new FanRegistered(
                                "f1",
                                "b1",
                                "hash",
                                "FR",
                                List.of(new Consent(ConsentPurpose.CONTESTS, true, "I take part."))),
                        new ContestDrafted("c1", "b1", rules()),
                        new ContestRulesChanged("c1", "b1", 2, rules()),
                        new ContestCancelled("c1", "b1", "The bicycle was stolen."),
                        new ContestEntered("e1", "c1", "b1", "f1", 1, Instant.parse("2026-07-04T10:00:00Z"), 7L),
                        new RewardProgrammeSet("b1", 2, programme(), Instant.parse("2026-07-04T10:00:00Z")),
                        new PointsMoved("p1", "b1", "f1", Operation.EARN, 25, null, "Thanks", "c1", ledger()),
                        new PointsExpired("b1", "f1", 5, ledger())));
    }

    private static RewardProgramme programme() {
        return new RewardProgramme(
                "Europe/Paris",
                List.of(new RewardProgramme.Rule(RewardProgramme.Kind.CONTEST_ENTERED, "c1", 25)),
                new PointsCap(500, PointsCap.Period.WEEK),
                new PointsExpiry(PointsExpiry.Mode.SLIDING, null, 90));
    }

    private static Ledger ledger() {
        var lot = new Lot(15, Instant.parse("2026-10-02T22:00:00Z"), 90);
        return new Ledger(
                40,
                5,
                5,
                List.of(lot),
                List.of(new Ledger.Reservation("p0", List.of(lot))),
                new PointsCap.Use(PointsCap.Period.WEEK, LocalDate.parse("2026-06-29"), 40));
    }

    private static ContestRules rules() {
        return new ContestRules(
                "Win a bicycle",
                Mechanic.INSTANT_WIN,
                Instant.parse("2026-07-04T10:00:00Z"),
                Instant.parse("2026-07-26T20:00:00Z"),
                "Europe/Paris",
                "Rules",
                new Eligibility(List.of("FR"), 18, List.of("f0")),
                new Frequency(Frequency.Mode.ROLLING, 1, Duration.ofHours(24)),
                10_000,
                Duration.ofDays(14),
                new Beacon("drand", 42),
                List.of(new Prize("Bicycle", 1, new Money(new BigDecimal("899.90"), "EUR"))));
    }
}
