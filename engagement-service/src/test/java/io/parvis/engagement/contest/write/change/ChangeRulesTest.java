package io.parvis.engagement.contest.write.change;

import static io.parvis.edge.json.Patches.mergePatch;
import static io.parvis.edge.json.Patches.patch;
import static io.parvis.engagement.contest.write.ContestFacts.ANOTHER_BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.drafted;
import static io.parvis.engagement.contest.write.ContestFacts.inForce;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.rules;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.contest.instant.InstantFacts;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeRulesTest {

    private static final Instant BEFORE = OPENS.minusNanos(1);

    private static final DeciderFixture<ChangeRules, ChangeRulesHandler.State, Nothing, Nothing> OF_A_BRAND =
            decider(new ChangeRulesHandler(mergePatch())).given(brand()).at(OPENS);

    @Test
    void rewritesADraft() {
        OF_A_BRAND.and(drafted()).when(change("{'maxEntries': 5}")).then(limitedTo(5, 1));
    }

    @Test
    void goesByWhatWasWrittenLast() {
        OF_A_BRAND
                .and(drafted(), limitedTo(5, 1))
                .when(change("{'maxEntries': null}"))
                .then(new ContestRulesChanged(CONTEST, BRAND, 1, rules(null, null, null)));
    }

    @Test
    void writesTheNextVersionOfWhatIsInForce() {
        OF_A_BRAND
                .and(published(rules(null, null, 5)))
                .when(change("{'maxEntries': 6}"))
                .then(limitedTo(6, 2));
    }

    @Test
    void writesTheSameVersionAgainUntilItIsInForce() {
        OF_A_BRAND
                .and(published(rules(null, null, 5)))
                .and(limitedTo(6, 2))
                .when(change("{'maxEntries': 7}"))
                .then(limitedTo(7, 2));
    }

    @Test
    void changesNothingWhereTheSameIsSaidAgain() {
        OF_A_BRAND.and(published()).when(change("{'name': 'Win a bicycle'}")).thenNothing();
    }

    @Test
    void takesNoRulesThatDoNotHoldAsAWhole() {
        OF_A_BRAND
                .and(drafted())
                .when(change("{'closesAt': '2026-07-04T10:00:00Z'}"))
                .thenRefused(InvalidRequest.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    mechanic    | {'mechanic': 'instant-win'}
                    timeZone    | {'timeZone': 'Europe/London'}
                    prizes      | {'prizes': [{'name': 'Bicycle', 'quantity': 1}]}
                    claimWindow | {'claimWindow': 'P15D'}
                    closesAt    | {'closesAt': '2026-07-26T19:59:59Z'}
                    opensAt     | {'opensAt': '2026-07-05T10:00:00Z'}
                    maxEntries  | {'maxEntries': 4}
                    maxEntries  | {'maxEntries': null}
                    """)
    void changesNothingToTheHarmOfWhoEntered(String field, String patch) {
        var refusal = OF_A_BRAND
                .and(published(rules(null, null, 5)))
                .when(change(patch))
                .thenRefused(RulesFixedOncePublished.class);

        assertThat(refusal.more()).containsEntry("fields", List.of(field));
    }

    @Test
    void movesTheOpeningUntilItIsOpen() {
        var recorded = OF_A_BRAND
                .and(published())
                .at(BEFORE)
                .when(change("{'opensAt': '2026-07-05T10:00:00Z'}"))
                .thenRecorded();

        assertThat(recorded)
                .singleElement(InstanceOfAssertFactories.type(ContestRulesChanged.class))
                .extracting(changed -> changed.rules().opensAt())
                .isEqualTo(Instant.parse("2026-07-05T10:00:00Z"));
    }

    @Test
    void movesNoMomentOfAnInstantWin() {
        var refusal = OF_A_BRAND
                .and(InstantFacts.published())
                .at(BEFORE)
                .when(change("{'closesAt': '2026-07-27T20:00:00Z'}"))
                .thenRefused(WinningMomentsFixed.class);

        assertThat(refusal.more()).containsEntry("fields", List.of("closesAt"));
    }

    @Test
    void writesNoVersionBeyondTheLast() {
        OF_A_BRAND
                .and(published(rules(null, null, 5)))
                .and(versionsUpTo(ChangeRulesHandler.MOST_VERSIONS))
                .when(change("{'maxEntries': 1000}"))
                .thenRefused(TooManyRulesVersions.class);
    }

    @ParameterizedTest
    @MethodSource("over")
    void changesNothingOnceItIsClosedOrCancelled(List<?> over) {
        OF_A_BRAND.and(over).when(change("{'maxEntries': 6}")).thenRefused(ContestNoLongerChanges.class);
    }

    static List<List<?>> over() {
        return List.of(closed(), List.of(drafted(), cancelled()));
    }

    @Test
    void changesNothingOfABrandThatIsSilent() {
        OF_A_BRAND
                .and(drafted(), new BrandArchived(BRAND))
                .when(change("{'maxEntries': 6}"))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoContestOfAnotherBrand() {
        OF_A_BRAND
                .and(drafted())
                .when(new ChangeRules(CONTEST, new BrandId(ANOTHER_BRAND), patch("{}")))
                .thenRefused(NotFound.class);
    }

    private static List<Object> versionsUpTo(int last) {
        return IntStream.rangeClosed(2, last)
                .boxed()
                .<Object>mapMulti((version, events) -> {
                    events.accept(limitedTo(5 + version, version));
                    events.accept(inForce(version));
                })
                .toList();
    }

    private static ContestRulesChanged limitedTo(int entries, int version) {
        return new ContestRulesChanged(CONTEST, BRAND, version, rules(null, null, entries));
    }

    private static ChangeRules change(String patch) {
        return new ChangeRules(CONTEST, BRAND, patch(patch.replace('\'', '"')));
    }
}
