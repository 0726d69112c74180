package io.parvis.engagement;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Beacon;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Money;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.instant.InstantSamples;
import io.parvis.engagement.coupon.CouponSamples;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.QuizSamples;
import io.parvis.engagement.referral.ReferralSamples;
import io.parvis.engagement.reward.RewardSamples;
import io.parvis.eventing.testing.GoldenEvents;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final ContestId CONTEST = new ContestId("c1");
    private static final EntryId ENTRY = new EntryId("e1");
    private static final FanId FAN = new FanId("f1");

    @Test
    void keepsTheFormatOfTheLog() {
        var samples = new ArrayList<Object>(QuizSamples.events());
        samples.addAll(RewardSamples.events());
        samples.addAll(CouponSamples.events());
        samples.addAll(ReferralSamples.events());
        samples.addAll(InstantSamples.events());
        samples.addAll(List.of(
                new FanRegistered(
                        FAN,
                        BRAND,
                        "i1",
                        "i2",
                        new SealedContact("AQ==", "Ag==", "Aw==", "BA=="),
                        "FR",
                        List.of(new Consent(ConsentPurpose.CONTESTS, true, "I take part.")),
                        "key:partner"),
                new FanContactChanged(
                        FAN,
                        BRAND,
                        new SealedContact(null, null, "BQ==", null),
                        List.of(ContactField.HANDLE),
                        "i3",
                        List.of("i2")),
                new FanConsentsChanged(
                        FAN, BRAND, List.of(new Consent(ConsentPurpose.NEWSLETTER, false, "No more letters."))),
                new FanCountryChanged(FAN, BRAND, "BE"),
                new FanBecameCustomer(FAN, BRAND, Instant.parse("2026-07-20T09:00:00Z")),
                new FanErased(FAN, BRAND, List.of("i1", "i2")),
                new ContestDrafted(CONTEST, BRAND, rules()),
                new ContestRulesChanged(CONTEST, BRAND, 2, rules()),
                new ContestCancelled(CONTEST, BRAND, "The bicycle was stolen."),
                new ContestEntered(
                        ENTRY,
                        CONTEST,
                        BRAND,
                        FAN,
                        1,
                        Instant.parse("2026-07-04T10:00:00Z"),
                        "01".repeat(32),
                        "02".repeat(32),
                        7L),
                new DrawCommitted(CONTEST, BRAND, "03".repeat(32), "AQ==", "k1"),
                new ContestClosed(CONTEST, BRAND),
                new EntriesSealed(
                        CONTEST,
                        BRAND,
                        Instant.parse("2026-07-26T20:00:01Z"),
                        3,
                        "04".repeat(32),
                        "05".repeat(32),
                        "06".repeat(32),
                        "07".repeat(32)),
                new ContestDrawn(
                        CONTEST,
                        BRAND,
                        "08".repeat(32),
                        new ContestDrawn.Beacon(42, "0a0b"),
                        List.of(new ContestDrawn.Winner(1, 17, ENTRY, FAN, 0)),
                        2,
                        Instant.parse("2026-08-09T20:00:00Z")),
                new ContestSettled(CONTEST, BRAND),
                new PrizeClaimed(CONTEST, BRAND, 1, 0, FAN, ENTRY, 0, 0),
                new PrizeRedrawn(
                        CONTEST,
                        BRAND,
                        1,
                        0,
                        17,
                        new PrizeRedrawn.Holder(19, new EntryId("e2"), new FanId("f2")),
                        "Did not answer.",
                        Instant.parse("2026-08-23T20:00:00Z"),
                        1,
                        1),
                new EntryInvalidated(ENTRY, CONTEST, BRAND, FAN, "09".repeat(32), "Entered by a machine."),
                new EntryReinstated(ENTRY, CONTEST, BRAND, FAN, "09".repeat(32), "It was a person.")));
        GoldenEvents.check("io.parvis.engagement", samples);
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
