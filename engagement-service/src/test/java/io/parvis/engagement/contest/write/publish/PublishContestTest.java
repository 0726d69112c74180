package io.parvis.engagement.contest.write.publish;

import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.RULES;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closing;
import static io.parvis.engagement.contest.write.ContestFacts.drafted;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.publishedWithoutAPromise;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandArchived;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.drawing.SealedSeed;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import io.parvis.proofs.Sha256;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishContestTest {

    private static final String COMMITMENT = "0c".repeat(32);
    private static final PublishContest PUBLISH =
            new PublishContest(CONTEST, BRAND, COMMITMENT, new SealedSeed("Ag==", "k1"));
    private static final DrawCommitted PROMISED = new DrawCommitted(CONTEST, BRAND, COMMITMENT, "Ag==", "k1");
    private static final ContestPublished PUBLISHED = new ContestPublished(
            CONTEST, BRAND, RULES.name(), 1, OPENS, CLOSES, RULES.timeZone(), Sha256.hex(RULES.officialRules()));

    private static final DeciderFixture<PublishContest, PublishContestHandler.State, Nothing, Nothing> OF_A_BRAND =
            decider(new PublishContestHandler()).given(brand());

    @Test
    void commitsToTheDrawBeforeItOffersTheContest() {
        OF_A_BRAND.and(drafted()).at(OPENS).when(PUBLISH).then(PROMISED, PUBLISHED);
    }

    @Test
    void changesNothingWhereItIsPublishedAndCommittedTo() {
        OF_A_BRAND.and(published()).at(OPENS).when(PUBLISH).thenNothing();
    }

    @Test
    void makesUpForThePromiseThatAnOlderPublicationDidNotMake() {
        OF_A_BRAND.and(publishedWithoutAPromise()).at(OPENS).when(PUBLISH).then(PROMISED);
    }

    @Test
    void makesUpForItOnce() {
        OF_A_BRAND
                .and(publishedWithoutAPromise())
                .and(PROMISED)
                .at(OPENS)
                .when(PUBLISH)
                .thenNothing();
    }

    @Test
    void promisesNothingMoreFromTheClosingTimeOn() {
        OF_A_BRAND
                .and(publishedWithoutAPromise())
                .at(CLOSES)
                .when(PUBLISH)
                .thenRefused(ContestOverBeforePublished.class);
    }

    @Test
    void promisesNothingMoreOnceItIsClosed() {
        OF_A_BRAND
                .and(publishedWithoutAPromise())
                .and(closing())
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(ContestOverBeforePublished.class);
    }

    @Test
    void takesTheLastInstantBeforeTheClosingTime() {
        OF_A_BRAND.and(drafted()).at(CLOSES.minusNanos(1)).when(PUBLISH).then(PROMISED, PUBLISHED);
    }

    @Test
    void publishesNothingAtTheClosingTime() {
        OF_A_BRAND.and(drafted()).at(CLOSES).when(PUBLISH).thenRefused(ContestOverBeforePublished.class);
    }

    @Test
    void publishesNothingThatWasCancelled() {
        OF_A_BRAND.and(drafted(), cancelled()).at(OPENS).when(PUBLISH).thenRefused(ContestIsCancelled.class);
    }

    @Test
    void publishesNothingOfABrandThatIsSilent() {
        OF_A_BRAND
                .and(drafted(), new BrandArchived(BRAND))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoContestThatIsNotThere() {
        OF_A_BRAND.at(OPENS).when(PUBLISH).thenRefused(NotFound.class);
    }

    /** Drafts that were taken before such times were refused: their proof could be read by some and not by others. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-04T10:00:00Z, +10000-01-01T00:00:00Z, closesAt",
        "0000-07-04T10:00:00Z, 2026-07-26T20:00:00Z,   opensAt"
    })
    void publishesNoContestOfAYearWithoutFourDigits(Instant opens, Instant closes, String field) {
        var refusal = OF_A_BRAND
                .and(drafted(rules(opens, closes)))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(RulesNotYetKept.class);

        assertThat(refusal.detail()).contains(field);
    }

    private static ContestRules rules(Instant opens, Instant closes) {
        return new ContestRules(
                RULES.name(),
                RULES.mechanic(),
                opens,
                closes,
                RULES.timeZone(),
                RULES.officialRules(),
                null,
                null,
                null,
                null,
                null,
                RULES.prizes());
    }
}
