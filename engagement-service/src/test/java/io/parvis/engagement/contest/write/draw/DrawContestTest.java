package io.parvis.engagement.contest.write.draw;

import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.DRAWN_AT;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.engagement.contest.write.Decisions.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.write.draw.DrawContest.Found;
import io.parvis.engagement.contest.write.draw.DrawContest.Need;
import io.parvis.engagement.drawing.Beacon;
import io.parvis.engagement.drawing.BeaconValue;
import io.parvis.eventing.command.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawContestTest {

    private static final String QUICKNET = "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    private static final Beacon KNOWN = new Beacon(QUICKNET, 1);
    private static final ContestRules.Beacon NAMED = new ContestRules.Beacon(QUICKNET, 1);

    private final DrawContestHandler handler = new DrawContestHandler();

    @Test
    void waitsForTheClosingAndTheSeal() {
        assertThatThrownBy(() -> decide(published(null), draw(null), DRAWN_AT)).isInstanceOf(ContestNotClosed.class);
        assertThatThrownBy(() -> decide(closed(null), draw(null), DRAWN_AT)).isInstanceOf(EntriesNotSealedYet.class);
        assertThat(decision(sealed(null), draw(null), null, DRAWN_AT)).isEqualTo(Decision.needs(Need.OUTCOME));
    }

    @Test
    void takesTheOneRoundThatIsDueAndOnlyOnceItIsPublished() {
        var due = KNOWN.dueRound(CLOSES.plusSeconds(1)).orElseThrow();
        var published = KNOWN.timeOf(due).orElseThrow();

        assertThatThrownBy(() -> decide(sealed(NAMED), draw(null), DRAWN_AT)).isInstanceOf(BeaconNeeded.class);
        assertThatThrownBy(() -> decide(sealed(NAMED), draw(due + 1), DRAWN_AT))
                .isInstanceOf(BeaconRoundNotAdmissible.class);
        assertThatThrownBy(() -> decide(sealed(NAMED), draw(due - 1), DRAWN_AT))
                .isInstanceOf(BeaconRoundNotAdmissible.class);
        assertThatThrownBy(() -> decide(sealed(NAMED), draw(due), published.minusMillis(1)))
                .isInstanceOf(BeaconRoundNotAdmissible.class);
        assertThat(decision(sealed(NAMED), draw(due), null, published)).isEqualTo(Decision.needs(Need.OUTCOME));
    }

    @Test
    void drawsOnce() {
        assertThat(decide(drawn(), draw(null), DRAWN_AT)).isEmpty();
        assertThatThrownBy(() -> decide(drawn(), draw(7L), DRAWN_AT)).isInstanceOf(ContestAlreadyDrawn.class);
    }

    @Test
    void settlesAtOnceWhereNobodyWins() {
        var found = new Found("03".repeat(32), List.of(), 0);

        assertThat(events(decision(sealed(null), draw(null), found, DRAWN_AT)))
                .hasExactlyElementsOfTypes(ContestDrawn.class, ContestSettled.class);
    }

    private static DrawContest draw(@Nullable Long round) {
        return new DrawContest("c1", "b1", round == null ? null : new BeaconValue(round, "0a"));
    }

    private List<?> decide(List<Object> given, DrawContest command, Instant now) {
        return events(decision(given, command, null, now));
    }

    private Decision<Need> decision(List<Object> given, DrawContest command, @Nullable Found found, Instant now) {
        var state = handler.initial(command);
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(command, state, found, now);
    }
}
