package io.parvis.engagement.contest.write.enter;

import static io.parvis.engagement.contest.write.Decisions.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.write.enter.EnterContest.Age;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.command.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given what happened, when a fan enters, then. No container: the decision is pure. */
class EnterContestTest {

    private static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    private static final EnterContest ENTER = new EnterContest("e1", "c1", "b1", "f1");

    private final EnterContestHandler handler = new EnterContestHandler();

    @Test
    void takesAFanInAtTheVeryOpening() {
        var events = given(drafted(), committed(), published(), fan("FR")).when(OPENS);

        assertThat(events)
                .containsExactly(new ContestEntered(
                        "e1",
                        "c1",
                        "b1",
                        "f1",
                        1,
                        OPENS,
                        ENTER.freshPseudonym().hex(),
                        ENTER.freshSalt().hex(),
                        null));
    }

    @Test
    void refusesAnInstantBeforeTheOpening() {
        var given = given(drafted(), committed(), published(), fan("FR"));

        assertThatThrownBy(() -> given.when(OPENS.minusNanos(1))).isInstanceOf(ContestNotYetOpen.class);
    }

    @Test
    void takesTheLastInstantAndRefusesTheClosingTime() {
        var given = given(drafted(), committed(), published(), fan("FR"));

        assertThat(given.when(CLOSES.minusNanos(1))).hasSize(1);
        assertThatThrownBy(() -> given.when(CLOSES)).isInstanceOf(ContestIsOver.class);
    }

    @Test
    void refusesASecondEntry() {
        var given =
                given(drafted(), committed(), published(), fan("FR"), entered("e0", "c1", "b1", "f1", 1, OPENS, null));

        assertThatThrownBy(() -> given.when(OPENS)).isInstanceOf(FanAlreadyEntered.class);
    }

    @Test
    void refusesWhoeverTheRulesDoNotAdmit() {
        assertThatThrownBy(() ->
                        given(drafted(), committed(), published(), fan("US")).when(OPENS))
                .isInstanceOf(CountryNotAdmitted.class);
        assertThatThrownBy(() -> given(drafted("f1"), committed(), published(), fan("FR"))
                        .when(OPENS))
                .isInstanceOf(FanIsExcluded.class);
    }

    /** Both were taken once, so both stand in the log: of rules, and of fans. */
    @ParameterizedTest
    @CsvSource({"UK, GB", "GB, UK", "UK, UK", "EL, GR", "GR, EL"})
    void admitsACountryByACodeThatWasMistakenForItsOwn(String admitted, String country) {
        var rules = rules(new Eligibility(List.of("FR", admitted), null, null), null, null);

        assertThat(given(drafted(rules), committed(), published(), fan(country)).when(OPENS))
                .hasSize(1);
    }

    @Test
    void knowsNoContestThatIsOnlyADraft() {
        assertThatThrownBy(() -> given(drafted(), fan("FR")).when(OPENS)).isInstanceOf(NotFound.class);
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        var stranger = new FanRegistered("f1", "b2", null, "FR", List.of());

        assertThatThrownBy(() ->
                        given(drafted(), committed(), published(), stranger).when(OPENS))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void knowsNoFanThatWasErased() {
        var given = given(drafted(), committed(), published(), fan("FR"), new FanErased("f1", "b1", List.of()));

        assertThatThrownBy(() -> given.when(OPENS)).isInstanceOf(NotFound.class);
    }

    @Test
    void asksWhereTheFanLivesNow() {
        var given = given(drafted(), committed(), published(), fan("US"), new FanCountryChanged("f1", "b1", "FR"));

        assertThat(given.when(OPENS)).hasSize(1);
    }

    private interface When {
        Decision<Need> decide(Known known, Instant now);

        default List<ContestEntered> when(Known known, Instant now) {
            return events(decide(known, now)).stream()
                    .map(ContestEntered.class::cast)
                    .toList();
        }

        default List<ContestEntered> when(Instant now) {
            return when(Known.NOTHING, now);
        }
    }

    private When given(Object... events) {
        var state = handler.initial(ENTER);
        for (var event : new ArrayList<>(Arrays.asList(events))) {
            state = handler.evolve(state, event);
        }
        var folded = state;
        return (known, now) -> handler.decide(ENTER, folded, known, now);
    }

    @Test
    void judgesByTheVersionInForceAndNotByOneThatIsOnlyWritten() {
        var wider = rules(new Eligibility(List.of("FR", "US"), null, null), null, null);
        var written = new ContestRulesChanged("c1", "b1", 2, wider);

        assertThatThrownBy(() -> given(drafted(), committed(), published(), written, fan("US"))
                        .when(OPENS))
                .isInstanceOf(CountryNotAdmitted.class);
        assertThat(given(drafted(), committed(), published(), written, published(2), fan("US"))
                        .when(OPENS))
                .extracting(ContestEntered::rulesVersion)
                .containsExactly(2);
    }

    @Test
    void asksForTheAgeOnlyWhereTheRulesDo() {
        var given =
                given(drafted(rules(new Eligibility(null, 18, null), null, null)), committed(), published(), fan("FR"));

        assertThat(given.decide(Known.NOTHING, OPENS)).isEqualTo(Decision.needs(Need.AGE));
        assertThatThrownBy(() -> given.when(Known.NOTHING.with(new Age(null)), OPENS))
                .isInstanceOf(FanAgeUnknown.class);
    }

    @Test
    void countsYearsByTheDayInTheContestsZone() {
        var given =
                given(drafted(rules(new Eligibility(null, 18, null), null, null)), committed(), published(), fan("FR"));
        var known = Known.NOTHING.with(new Age(LocalDate.parse("2008-07-05")));
        var midnightInParis = Instant.parse("2026-07-04T22:00:00Z");

        assertThat(given.when(known, midnightInParis)).hasSize(1);
        assertThatThrownBy(() -> given.when(known, midnightInParis.minusMillis(1)))
                .isInstanceOf(FanTooYoung.class);
    }

    @Test
    void takesAsManyAsTheLimitSays() {
        var limited = drafted(rules(null, null, 2));
        var other = entered("e0", "c1", "b1", "f9", 1, OPENS, 1L);
        var another = entered("e0", "c1", "b1", "f8", 1, OPENS, 2L);

        assertThat(given(limited, committed(), published(), fan("FR")).decide(Known.NOTHING, OPENS))
                .isEqualTo(Decision.needs(Need.COUNT));
        assertThat(given(limited, committed(), published(), fan("FR"), other).when(Known.NOTHING.withCount(), OPENS))
                .extracting(ContestEntered::ordinal)
                .containsExactly(2L);
        assertThatThrownBy(() -> given(limited, committed(), published(), fan("FR"), another)
                        .when(Known.NOTHING.withCount(), OPENS))
                .isInstanceOf(ContestIsFull.class);
    }

    /** The newest entry of all says how many there are; it says nothing of the fan. */
    @Test
    void doesNotTakeTheNewestEntryOfAllForTheFansOwn() {
        var daily = rules(null, new Frequency(Frequency.Mode.CALENDAR_DAY, 1, null), 9);
        var others = entered("e0", "c1", "b1", "f9", 1, OPENS, 3L);

        var events = given(drafted(daily), committed(), published(), fan("FR"), others)
                .when(Known.NOTHING.withCount(), OPENS);

        assertThat(events).extracting(ContestEntered::ordinal).containsExactly(4L);
        assertThat(events)
                .extracting(ContestEntered::fanPseudonym)
                .containsExactly(ENTER.freshPseudonym().hex());
    }

    @Test
    void tellsWhenTheNextEntryIsPossible() {
        var daily = new Frequency(Frequency.Mode.CALENDAR_DAY, 1, null);
        var given = given(
                drafted(rules(null, daily, null)),
                committed(),
                published(),
                fan("FR"),
                entered("e0", "c1", "b1", "f1", 1, OPENS, null));

        assertThatThrownBy(() -> given.when(OPENS.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        EntryFrequencyReached.class,
                        refusal -> assertThat(refusal.more())
                                .containsEntry("nextEntryAt", Instant.parse("2026-07-04T22:00:00Z")));
        assertThat(given.when(Instant.parse("2026-07-04T22:00:00Z"))).hasSize(1);
    }

    @Test
    void takesNobodyOnceCancelled() {
        var cancelled = new ContestCancelled("c1", "b1", "No prize");

        assertThatThrownBy(() -> given(drafted(), committed(), published(), cancelled, fan("FR"))
                        .when(OPENS))
                .isInstanceOf(ContestIsCancelled.class);
    }

    @Test
    void takesNobodyWhereNoDrawWasPromisedUntilItIs() {
        assertThatThrownBy(() -> given(drafted(), published(), fan("FR")).when(OPENS))
                .isInstanceOf(DrawNotCommitted.class);
        assertThat(given(drafted(), published(), committed(), fan("FR")).when(OPENS))
                .hasSize(1);
    }

    @Test
    void saysThatItIsOverBeforeItSpeaksOfPromises() {
        assertThatThrownBy(() -> given(drafted(), published(), fan("FR")).when(CLOSES))
                .isInstanceOf(ContestIsOver.class);
    }

    @Test
    void keepsTheFansPseudonymAndTakesASaltPerEntry() {
        var twice = rules(null, new Frequency(Frequency.Mode.CALENDAR_DAY, 2, null), null);
        var earlier = entered("e0", "c1", "b1", "f1", 1, OPENS, null);

        var events = given(drafted(twice), committed(), published(), fan("FR"), earlier)
                .when(OPENS.plusSeconds(1));

        assertThat(events).extracting(ContestEntered::fanPseudonym).containsExactly(earlier.fanPseudonym());
        assertThat(events)
                .extracting(ContestEntered::salt)
                .containsExactly(ENTER.freshSalt().hex());
    }

    private static ContestEntered entered(
            String entry, String contest, String brand, String fan, int version, Instant at, @Nullable Long ordinal) {
        return new ContestEntered(entry, contest, brand, fan, version, at, "0a".repeat(32), "0b".repeat(32), ordinal);
    }

    private static ContestDrafted drafted(String... excluded) {
        return drafted(rules(new Eligibility(List.of("FR"), null, List.of(excluded)), null, null));
    }

    private static ContestDrafted drafted(ContestRules rules) {
        return new ContestDrafted("c1", "b1", rules);
    }

    private static ContestRules rules(
            @Nullable Eligibility eligibility, @Nullable Frequency frequency, @Nullable Integer maxEntries) {
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
                null,
                null,
                List.of(new Prize("Bicycle", 1, null)));
    }

    private static DrawCommitted committed() {
        return new DrawCommitted("c1", "b1", "01".repeat(32), "AQ==", "k1");
    }

    private static ContestPublished published() {
        return published(1);
    }

    private static ContestPublished published(int version) {
        return new ContestPublished(
                new ContestId("c1"), new BrandId("b1"), "Win a bicycle", version, OPENS, CLOSES, "Europe/Paris", "00");
    }

    private static FanRegistered fan(String country) {
        return new FanRegistered("f1", "b1", null, country, List.of());
    }
}
