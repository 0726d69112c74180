package io.parvis.engagement.contest.write.draw;

import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.DRAWN_AT;
import static io.parvis.engagement.contest.write.ContestFacts.ENDS;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.engagement.contest.write.ContestFacts.settled;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.write.draw.DrawContest.Found;
import io.parvis.engagement.contest.write.draw.DrawContest.Need;
import io.parvis.engagement.drawing.Beacon;
import io.parvis.engagement.drawing.BeaconValue;
import io.parvis.eventing.command.DeciderFixture;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawContestTest {

    private static final String QUICKNET = "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    private static final Beacon KNOWN = new Beacon(QUICKNET, 1);
    private static final ContestRules.Beacon NAMED = new ContestRules.Beacon(QUICKNET, 1);
    private static final long DUE = KNOWN.dueRound(CLOSES.plusSeconds(1)).orElseThrow();
    private static final Instant SAID = KNOWN.timeOf(DUE).orElseThrow();
    private static final DrawContest DRAW = new DrawContest(CONTEST, BRAND, null);

    private static final DeciderFixture<DrawContest, ContestLife, @Nullable Found, Need> DRAWING =
            decider(new DrawContestHandler(), null);

    @Test
    void waitsForTheClosing() {
        DRAWING.given(published()).at(DRAWN_AT).when(DRAW).thenRefused(ContestNotClosed.class);
    }

    @Test
    void waitsForTheSeal() {
        DRAWING.given(closed()).at(DRAWN_AT).when(DRAW).thenRefused(EntriesNotSealedYet.class);
    }

    @Test
    void asksForTheOutcomeOnceTheEntriesAreSealed() {
        DRAWING.given(sealed()).at(DRAWN_AT).when(DRAW).thenNeeds(Need.OUTCOME);
    }

    @Test
    void takesTheBeaconThatTheRulesName() {
        DRAWING.given(sealed(NAMED)).at(DRAWN_AT).when(DRAW).thenRefused(BeaconNeeded.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void takesNoRoundButTheOneThatIsDue(long beside) {
        DRAWING.given(sealed(NAMED))
                .at(DRAWN_AT)
                .when(drawWith(DUE + beside))
                .thenRefused(BeaconRoundNotAdmissible.class);
    }

    @Test
    void takesNoRoundBeforeItIsPublished() {
        DRAWING.given(sealed(NAMED))
                .at(SAID.minusMillis(1))
                .when(drawWith(DUE))
                .thenRefused(BeaconRoundNotAdmissible.class);
    }

    @Test
    void takesTheRoundThatIsDueOnceItIsPublished() {
        DRAWING.given(sealed(NAMED)).at(SAID).when(drawWith(DUE)).thenNeeds(Need.OUTCOME);
    }

    @Test
    void drawsOnce() {
        DRAWING.given(drawn()).at(DRAWN_AT).when(DRAW).thenNothing();
    }

    @Test
    void drawsNotAgainWithAnotherBeacon() {
        DRAWING.given(drawn()).at(DRAWN_AT).when(drawWith(7)).thenRefused(ContestAlreadyDrawn.class);
    }

    @Test
    void settlesAtOnceWhereNobodyWins() {
        var seed = "03".repeat(32);

        DRAWING.given(sealed())
                .knowing(new Found(seed, List.of(), 0))
                .at(DRAWN_AT)
                .when(DRAW)
                .then(new ContestDrawn(CONTEST, BRAND, seed, null, List.of(), 0, ENDS), settled());
    }

    private static DrawContest drawWith(long round) {
        return new DrawContest(CONTEST, BRAND, new BeaconValue(round, "0a"));
    }
}
