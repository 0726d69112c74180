package io.parvis.engagement.contest.write;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Beacon;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a contest with two bicycles to win, in the words of its events. */
public final class ContestFacts {

    public static final BrandId BRAND = new BrandId("b1");
    public static final String ANOTHER_BRAND = "b2";
    public static final ContestId CONTEST = new ContestId("c1");
    public static final FanId ALICE = new FanId("f1");
    public static final FanId BOB = new FanId("f2");
    public static final String CAROL = "f3";

    public static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    public static final Instant DRAWN_AT = CLOSES.plusSeconds(600);
    public static final Duration WINDOW = Duration.ofDays(14);

    /** The first instant at which the winners can no longer claim. */
    public static final Instant ENDS = DRAWN_AT.plus(WINDOW);

    /** For whoever enters once, from anywhere. */
    public static final ContestRules RULES = rules(null, null, null, null);

    private ContestFacts() {}

    public static ContestRules rules(
            @Nullable Eligibility eligibility, @Nullable Frequency frequency, @Nullable Integer maxEntries) {
        return rules(eligibility, frequency, maxEntries, null);
    }

    private static ContestRules rules(
            @Nullable Eligibility eligibility,
            @Nullable Frequency frequency,
            @Nullable Integer maxEntries,
            @Nullable Beacon beacon) {
        return new ContestRules(
                "Win a bicycle",
                Mechanic.DRAW,
                OPENS,
                CLOSES,
                "Europe/Paris",
                "Rules",
                eligibility,
                frequency,
                maxEntries,
                WINDOW,
                beacon,
                List.of(new Prize("Bicycle", 2, null)));
    }

    public static ContestDrafted drafted() {
        return drafted(RULES);
    }

    public static ContestDrafted drafted(ContestRules rules) {
        return new ContestDrafted(CONTEST, BRAND, rules);
    }

    public static DrawCommitted committed() {
        return new DrawCommitted(CONTEST, BRAND, "01".repeat(32), "AQ==", "k1");
    }

    /** The rules written last are in force from now on. */
    public static ContestPublished inForce(int rulesVersion) {
        return new ContestPublished(
                CONTEST, BRAND, "Win a bicycle", rulesVersion, OPENS, CLOSES, "Europe/Paris", "00".repeat(32));
    }

    public static List<Object> published() {
        return published(RULES);
    }

    public static List<Object> published(ContestRules rules) {
        return List.of(drafted(rules), committed(), inForce(1));
    }

    /** Before draws were committed to. */
    public static List<Object> publishedWithoutAPromise() {
        return List.of(drafted(), inForce(1));
    }

    public static List<Object> closed() {
        return closed(RULES);
    }

    private static List<Object> closed(ContestRules rules) {
        return and(published(rules), closing());
    }

    public static ContestClosed closing() {
        return new ContestClosed(CONTEST, BRAND);
    }

    public static List<Object> sealed() {
        return sealed(RULES);
    }

    /** Of a contest whose rules name that beacon. */
    public static List<Object> sealed(Beacon beacon) {
        return sealed(rules(null, null, null, beacon));
    }

    private static List<Object> sealed(ContestRules rules) {
        return and(closed(rules), sealing());
    }

    public static EntriesSealed sealing() {
        var hash = "02".repeat(32);
        return new EntriesSealed(CONTEST, BRAND, CLOSES.plusSeconds(1), 3, hash, hash, hash, hash);
    }

    /** Alice and Bob won, until the window ends. */
    public static List<Object> drawn() {
        return and(
                sealed(),
                new ContestDrawn(
                        CONTEST,
                        BRAND,
                        "03".repeat(32),
                        null,
                        List.of(
                                new ContestDrawn.Winner(1, 11, new EntryId("e1"), ALICE, 0),
                                new ContestDrawn.Winner(2, 12, new EntryId("e2"), BOB, 0)),
                        1,
                        ENDS));
    }

    public static ContestSettled settled() {
        return new ContestSettled(CONTEST, BRAND);
    }

    public static ContestCancelled cancelled() {
        return new ContestCancelled(CONTEST, BRAND, "No prize");
    }

    /** By the first version of the rules, which set no limit. */
    public static ContestEntered entered(EntryId entryId, FanId fanId, Instant at) {
        return entered(entryId, fanId, at, null);
    }

    /** @param ordinal how many entries there are with it, where the rules set a limit */
    public static ContestEntered entered(EntryId entryId, FanId fanId, Instant at, @Nullable Long ordinal) {
        return new ContestEntered(entryId, CONTEST, BRAND, fanId, 1, at, "0a".repeat(32), "0b".repeat(32), ordinal);
    }

    private static List<Object> and(List<Object> events, Object later) {
        return Stream.concat(events.stream(), Stream.of(later)).toList();
    }
}
