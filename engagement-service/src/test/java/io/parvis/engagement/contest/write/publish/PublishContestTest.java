package io.parvis.engagement.contest.write.publish;

import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.drawing.SealedSeed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given what happened, when a contest is published, then. */
class PublishContestTest {

    private static final String COMMITMENT = "0c".repeat(32);
    private static final DrawCommitted COMMITTED = new DrawCommitted("c1", "b1", COMMITMENT, "Ag==", "k1");

    private final PublishContestHandler handler = new PublishContestHandler();

    @Test
    void commitsToTheDrawBeforeItOffersTheContest() {
        assertThat(decide(drafted(), OPENS)).hasExactlyElementsOfTypes(DrawCommitted.class, ContestPublished.class);
    }

    @Test
    void changesNothingWhereItIsPublishedAndCommittedTo() {
        assertThat(decide(published(null), OPENS)).isEqualTo(List.of());
    }

    @Test
    void makesUpForThePromiseThatAnOlderPublicationDidNotMake() {
        assertThat(decide(uncommitted(published(null)), OPENS)).isEqualTo(List.of(COMMITTED));
        assertThat(decide(and(uncommitted(published(null)), COMMITTED), OPENS)).isEqualTo(List.of());
    }

    @Test
    void promisesNothingMoreOnceItIsOver() {
        assertThatThrownBy(() -> decide(uncommitted(published(null)), CLOSES))
                .isInstanceOf(ContestOverBeforePublished.class);
        assertThatThrownBy(() -> decide(uncommitted(closed(null)), OPENS))
                .isInstanceOf(ContestOverBeforePublished.class);
    }

    @Test
    void takesTheLastInstantBeforeTheClosingTime() {
        assertThat(decide(drafted(), CLOSES.minusNanos(1))).hasSize(2);
        assertThatThrownBy(() -> decide(drafted(), CLOSES)).isInstanceOf(ContestOverBeforePublished.class);
    }

    @Test
    void publishesNothingThatWasCancelledOrOfABrandThatIsSilent() {
        var cancelled = and(drafted(), new ContestCancelled("c1", "b1", "No prize"));

        assertThatThrownBy(() -> decide(cancelled, OPENS)).isInstanceOf(ContestIsCancelled.class);
        assertThatThrownBy(() -> decide(and(drafted(), new BrandArchived(new BrandId("b1"))), OPENS))
                .isInstanceOf(BrandIsArchived.class);
        assertThatThrownBy(() -> decide(List.of(), OPENS)).isInstanceOf(NotFound.class);
    }

    /** Drafts that were taken before such times were refused: their proof could be read by some and not by others. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-04T10:00:00Z, +10000-01-01T00:00:00Z, closesAt",
        "0000-07-04T10:00:00Z, 2026-07-26T20:00:00Z,   opensAt"
    })
    void publishesNoContestOfAYearWithoutFourDigits(Instant opens, Instant closes, String field) {
        var rules = ((ContestDrafted) drafted().getFirst()).rules();
        var draft = new ContestDrafted(
                "c1",
                "b1",
                new ContestRules(
                        rules.name(),
                        rules.mechanic(),
                        opens,
                        closes,
                        rules.timeZone(),
                        rules.officialRules(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        rules.prizes()));

        assertThatThrownBy(() -> decide(List.of(draft), OPENS))
                .isInstanceOf(RulesNotYetKept.class)
                .satisfies(refusal ->
                        assertThat(((RulesNotYetKept) refusal).detail()).contains(field));
    }

    private static List<Object> drafted() {
        return published(null).subList(0, 1);
    }

    private static List<Object> uncommitted(List<Object> events) {
        return events.stream()
                .filter(event -> !(event instanceof DrawCommitted))
                .toList();
    }

    private List<?> decide(List<Object> given, Instant now) {
        var brand = new BrandRegistered(new BrandId("b1"), "b-1", "Vélo Club", "Europe/Paris", List.of("fr"), null);
        var state = handler.evolve(handler.initial(), brand);
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new PublishContest("c1", "b1", COMMITMENT, new SealedSeed("Ag==", "k1")), state, now);
    }
}
