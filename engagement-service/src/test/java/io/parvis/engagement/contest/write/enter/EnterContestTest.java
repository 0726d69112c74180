package io.parvis.engagement.contest.write.enter;

import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.ANOTHER_BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.BOB;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.committed;
import static io.parvis.engagement.contest.write.ContestFacts.drafted;
import static io.parvis.engagement.contest.write.ContestFacts.entered;
import static io.parvis.engagement.contest.write.ContestFacts.inForce;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.publishedWithoutAPromise;
import static io.parvis.engagement.contest.write.ContestFacts.rules;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.contest.write.enter.EnterContest.Age;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.command.DeciderFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnterContestTest {

    private static final EntryId ENTRY = new EntryId("e0");
    private static final EntryId ANOTHER_ENTRY = new EntryId("e1");

    private static final EnterContest ENTER = new EnterContest(ANOTHER_ENTRY, CONTEST, BRAND, ALICE);
    private static final ContestRules FOR_THE_FRENCH = admitting("FR");
    private static final ContestRules FOR_ADULTS = rules(new Eligibility(null, 18, null), null, null);
    private static final ContestRules DAILY = rules(null, daily(1), null);
    private static final ContestRules AT_MOST_TWO = rules(null, null, 2);
    private static final Known COUNTED = Known.NOTHING.withCount();

    /** A day of the rules ends. */
    private static final Instant MIDNIGHT_IN_PARIS = Instant.parse("2026-07-04T22:00:00Z");

    private static final DeciderFixture<EnterContest, EnterContestHandler.State, Known, Need> ENTERING =
            decider(new EnterContestHandler(), Known.NOTHING).at(OPENS);

    @Test
    void takesAFanInAtTheVeryOpening() {
        ENTERING.given(published(FOR_THE_FRENCH))
                .and(aliceOf("FR"))
                .at(OPENS)
                .when(ENTER)
                .then(takenIn(OPENS));
    }

    @Test
    void refusesAnInstantBeforeTheOpening() {
        ENTERING.given(published())
                .and(aliceOf("FR"))
                .at(OPENS.minusNanos(1))
                .when(ENTER)
                .thenRefused(ContestNotYetOpen.class);
    }

    @Test
    void takesTheLastInstantBeforeTheClosingTime() {
        var last = CLOSES.minusNanos(1);

        ENTERING.given(published()).and(aliceOf("FR")).at(last).when(ENTER).then(takenIn(last));
    }

    @Test
    void refusesTheClosingTime() {
        ENTERING.given(published()).and(aliceOf("FR")).at(CLOSES).when(ENTER).thenRefused(ContestIsOver.class);
    }

    @Test
    void refusesASecondEntry() {
        ENTERING.given(published())
                .and(aliceOf("FR"), entered(ENTRY, ALICE, OPENS))
                .when(ENTER)
                .thenRefused(FanAlreadyEntered.class);
    }

    @Test
    void refusesWhoeverLivesWhereTheRulesDoNotAdmit() {
        ENTERING.given(published(FOR_THE_FRENCH)).and(aliceOf("US")).when(ENTER).thenRefused(CountryNotAdmitted.class);
    }

    @Test
    void refusesWhomTheRulesExclude() {
        var notForAlice = rules(new Eligibility(List.of("FR"), null, List.of(ALICE.value())), null, null);

        ENTERING.given(published(notForAlice)).and(aliceOf("FR")).when(ENTER).thenRefused(FanIsExcluded.class);
    }

    /** Both were taken once, so both stand in the log: of rules, and of fans. */
    @ParameterizedTest
    @CsvSource({"UK, GB", "GB, UK", "UK, UK", "EL, GR", "GR, EL"})
    void admitsACountryByACodeThatWasMistakenForItsOwn(String admitted, String country) {
        ENTERING.given(published(admitting("FR", admitted)))
                .and(aliceOf(country))
                .when(ENTER)
                .then(takenIn(OPENS));
    }

    @Test
    void knowsNoContestThatIsOnlyADraft() {
        ENTERING.given(drafted(), aliceOf("FR")).when(ENTER).thenRefused(NotFound.class);
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        ENTERING.given(published())
                .and(new FanRegistered(ALICE, new BrandId(ANOTHER_BRAND), null, "FR", List.of()))
                .when(ENTER)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoFanThatWasErased() {
        ENTERING.given(published())
                .and(aliceOf("FR"), new FanErased(ALICE, BRAND, List.of()))
                .when(ENTER)
                .thenRefused(NotFound.class);
    }

    @Test
    void asksWhereTheFanLivesNow() {
        ENTERING.given(published(FOR_THE_FRENCH))
                .and(aliceOf("US"), new FanCountryChanged(ALICE, BRAND, "FR"))
                .when(ENTER)
                .then(takenIn(OPENS));
    }

    @Test
    void judgesByTheVersionInForceAndNotByOneThatIsOnlyWritten() {
        ENTERING.given(published(FOR_THE_FRENCH))
                .and(alsoForAmericans(), aliceOf("US"))
                .when(ENTER)
                .thenRefused(CountryNotAdmitted.class);
    }

    @Test
    void judgesByTheNextVersionOnceItIsInForce() {
        ENTERING.given(published(FOR_THE_FRENCH))
                .and(alsoForAmericans(), inForce(2), aliceOf("US"))
                .when(ENTER)
                .then(takenIn(2, OPENS, freshPseudonym(), null));
    }

    /** Nobody else waits for it: whoever enters by other rules is taken in at once. */
    @Test
    void asksForTheAgeWhereTheRulesDo() {
        ENTERING.given(published(FOR_ADULTS)).and(aliceOf("FR")).when(ENTER).thenNeeds(Need.AGE);
    }

    @Test
    void refusesAFanWhoseAgeNobodySaid() {
        ENTERING.given(published(FOR_ADULTS))
                .and(aliceOf("FR"))
                .knowing(bornOn(null))
                .when(ENTER)
                .thenRefused(FanAgeUnknown.class);
    }

    @Test
    void countsYearsByTheDayInTheContestsZone() {
        ENTERING.given(published(FOR_ADULTS))
                .and(aliceOf("FR"))
                .knowing(bornOn(LocalDate.parse("2008-07-05")))
                .at(MIDNIGHT_IN_PARIS)
                .when(ENTER)
                .then(takenIn(MIDNIGHT_IN_PARIS));
    }

    @Test
    void refusesAFanWhoIsNotYetOldEnoughThere() {
        ENTERING.given(published(FOR_ADULTS))
                .and(aliceOf("FR"))
                .knowing(bornOn(LocalDate.parse("2008-07-05")))
                .at(MIDNIGHT_IN_PARIS.minusMillis(1))
                .when(ENTER)
                .thenRefused(FanTooYoung.class);
    }

    @Test
    void asksForTheCountWhereTheRulesSetALimit() {
        ENTERING.given(published(AT_MOST_TWO)).and(aliceOf("FR")).when(ENTER).thenNeeds(Need.COUNT);
    }

    @Test
    void takesAsManyAsTheLimitSays() {
        ENTERING.given(published(AT_MOST_TWO))
                .and(aliceOf("FR"), entered(ENTRY, BOB, OPENS, 1L))
                .knowing(COUNTED)
                .when(ENTER)
                .then(takenIn(1, OPENS, freshPseudonym(), 2L));
    }

    @Test
    void takesNobodyBeyondTheLimit() {
        ENTERING.given(published(AT_MOST_TWO))
                .and(aliceOf("FR"), entered(ENTRY, BOB, OPENS, 2L))
                .knowing(COUNTED)
                .when(ENTER)
                .thenRefused(ContestIsFull.class);
    }

    /** The newest entry of all says how many there are; it says nothing of the fan. */
    @Test
    void doesNotTakeTheNewestEntryOfAllForTheFansOwn() {
        ENTERING.given(published(rules(null, daily(1), 9)))
                .and(aliceOf("FR"), entered(ENTRY, BOB, OPENS, 3L))
                .knowing(COUNTED)
                .when(ENTER)
                .then(takenIn(1, OPENS, freshPseudonym(), 4L));
    }

    @Test
    void tellsWhenTheNextEntryIsPossible() {
        var refusal = ENTERING.given(published(DAILY))
                .and(aliceOf("FR"), entered(ENTRY, ALICE, OPENS))
                .at(OPENS.plusSeconds(60))
                .when(ENTER)
                .thenRefused(EntryFrequencyReached.class);

        assertThat(refusal.more()).containsEntry("nextEntryAt", MIDNIGHT_IN_PARIS);
    }

    @Test
    void takesTheNextEntryOnceItIsPossible() {
        var earlier = entered(ENTRY, ALICE, OPENS);

        ENTERING.given(published(DAILY))
                .and(aliceOf("FR"), earlier)
                .at(MIDNIGHT_IN_PARIS)
                .when(ENTER)
                .then(takenIn(1, MIDNIGHT_IN_PARIS, earlier.fanPseudonym(), null));
    }

    @Test
    void takesNobodyOnceCancelled() {
        ENTERING.given(published()).and(cancelled(), aliceOf("FR")).when(ENTER).thenRefused(ContestIsCancelled.class);
    }

    @Test
    void takesNobodyWhereNoDrawWasPromised() {
        ENTERING.given(publishedWithoutAPromise())
                .and(aliceOf("FR"))
                .when(ENTER)
                .thenRefused(DrawNotCommitted.class);
    }

    @Test
    void takesAFanInOnceTheDrawIsPromised() {
        ENTERING.given(publishedWithoutAPromise())
                .and(committed(), aliceOf("FR"))
                .when(ENTER)
                .then(takenIn(OPENS));
    }

    @Test
    void saysThatItIsOverBeforeItSpeaksOfPromises() {
        ENTERING.given(publishedWithoutAPromise())
                .and(aliceOf("FR"))
                .at(CLOSES)
                .when(ENTER)
                .thenRefused(ContestIsOver.class);
    }

    @Test
    void keepsTheFansPseudonymAndTakesASaltPerEntry() {
        var earlier = entered(ENTRY, ALICE, OPENS);
        var later = OPENS.plusSeconds(1);

        ENTERING.given(published(rules(null, daily(2), null)))
                .and(aliceOf("FR"), earlier)
                .at(later)
                .when(ENTER)
                .then(takenIn(1, later, earlier.fanPseudonym(), null));
    }

    private static ContestRules admitting(String... countries) {
        return rules(new Eligibility(List.of(countries), null, List.of()), null, null);
    }

    private static Frequency daily(int count) {
        return new Frequency(Frequency.Mode.CALENDAR_DAY, count, null);
    }

    private static ContestRulesChanged alsoForAmericans() {
        return new ContestRulesChanged(CONTEST, BRAND, 2, admitting("FR", "US"));
    }

    private static FanRegistered aliceOf(String country) {
        return new FanRegistered(ALICE, BRAND, null, country, List.of());
    }

    private static Known bornOn(@Nullable LocalDate birthDate) {
        return Known.NOTHING.with(new Age(birthDate));
    }

    private static String freshPseudonym() {
        return ENTER.freshPseudonym().hex();
    }

    private static ContestEntered takenIn(Instant at) {
        return takenIn(1, at, freshPseudonym(), null);
    }

    private static ContestEntered takenIn(int version, Instant at, String pseudonym, @Nullable Long ordinal) {
        return new ContestEntered(
                ANOTHER_ENTRY,
                CONTEST,
                BRAND,
                ALICE,
                version,
                at,
                pseudonym,
                ENTER.freshSalt().hex(),
                ordinal);
    }
}
