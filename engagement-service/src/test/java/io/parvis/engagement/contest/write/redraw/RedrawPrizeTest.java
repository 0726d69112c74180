package io.parvis.engagement.contest.write.redraw;

import static io.parvis.engagement.contest.write.ContestFacts.DRAWN_AT;
import static io.parvis.engagement.contest.write.ContestFacts.WINDOW;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.engagement.contest.write.Decisions.events;
import static io.parvis.engagement.contest.write.redraw.Alternates.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.PrizeAlreadyClaimed;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.contest.write.redraw.RedrawPrize.AlternateOf;
import io.parvis.eventing.command.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawPrizeTest {

    private static final Instant ENDS = DRAWN_AT.plus(WINDOW);
    private static final Holder ALTERNATE = new Holder(13, "e3", "f3");
    private static final RedrawPrize REDRAW = new RedrawPrize("c1", "b1", 1, "No answer", null);
    private static final RedrawPrize OVERDUE = new RedrawPrize("c1", "b1", 1, "Not claimed in time", ENDS);

    private final RedrawPrizeHandler handler = new RedrawPrizeHandler();

    @Test
    void asksForTheAlternateWhoseTurnItIs() {
        assertThat(decision(drawn(), REDRAW, UNKNOWN, DRAWN_AT)).isEqualTo(Decision.needs(new AlternateOf(1)));
    }

    @Test
    void passesThePrizeOnWithAWindowOfItsOwn() {
        assertThat(events(decision(drawn(), REDRAW, new Alternates(1, List.of(ALTERNATE), false), DRAWN_AT)))
                .isEqualTo(List.of(
                        new PrizeRedrawn("c1", "b1", 1, 0, 11, ALTERNATE, "No answer", DRAWN_AT.plus(WINDOW), 1, 2)));
    }

    @Test
    void asksAgainWhereAnotherRedrawTookTheAlternate() {
        var taken = and(drawn(), new PrizeRedrawn("c1", "b1", 2, 0, 12, ALTERNATE, "No answer", ENDS, 1, 2));

        assertThat(decision(taken, REDRAW, new Alternates(1, List.of(ALTERNATE), false), DRAWN_AT))
                .isEqualTo(Decision.needs(new AlternateOf(2)));
    }

    @Test
    void takesTheNextOneThatItKnowsWhereAnotherRedrawTookTheFirst() {
        var taken = and(drawn(), new PrizeRedrawn("c1", "b1", 2, 0, 12, ALTERNATE, "No answer", ENDS, 1, 2));
        var next = new Holder(14, "e4", "f4");

        assertThat(events(decision(taken, REDRAW, new Alternates(1, List.of(ALTERNATE, next), false), DRAWN_AT)))
                .isEqualTo(List.of(
                        new PrizeRedrawn("c1", "b1", 1, 0, 11, next, "No answer", DRAWN_AT.plus(WINDOW), 2, 2)));
    }

    @Test
    void settlesOnceNobodyIsLeftForTheLastOpenPrize() {
        var other = and(drawn(), new PrizeClaimed("c1", "b1", 2, 0, "f2", "e2", 0, 1));

        assertThat(events(decision(other, REDRAW, new Alternates(1, List.of(), true), DRAWN_AT)))
                .isEqualTo(List.of(
                        new PrizeRedrawn("c1", "b1", 1, 0, 11, null, "No answer", null, 0, 0),
                        new ContestSettled("c1", "b1")));
    }

    @Test
    void leavesAPrizeAloneWhoseWindowIsNotOverOrThatWasClaimed() {
        var claimed = and(drawn(), new PrizeClaimed("c1", "b1", 1, 0, "f1", "e1", 0, 1));

        assertThat(decide(drawn(), OVERDUE, ENDS.minusMillis(1))).isEmpty();
        assertThat(decide(claimed, OVERDUE, ENDS)).isEmpty();
        assertThat(decision(drawn(), OVERDUE, UNKNOWN, ENDS)).isEqualTo(Decision.needs(new AlternateOf(1)));
    }

    @Test
    void doesNothingTwiceWhereTheWindowEndedAndThePrizePassedOn() {
        var passed = and(
                drawn(),
                new PrizeRedrawn("c1", "b1", 1, 0, 11, ALTERNATE, "Not claimed in time", ENDS.plus(WINDOW), 1, 2));

        assertThat(decide(passed, OVERDUE, ENDS.plusSeconds(1))).isEmpty();
    }

    @Test
    void refusesWhatIsClaimedOrHasNobodyLeft() {
        var claimed = and(drawn(), new PrizeClaimed("c1", "b1", 1, 0, "f1", "e1", 0, 1));
        var nobody = and(drawn(), new PrizeRedrawn("c1", "b1", 1, 0, 11, null, "No answer", null, 0, 1));

        assertThatThrownBy(() -> decide(claimed, REDRAW, DRAWN_AT)).isInstanceOf(PrizeAlreadyClaimed.class);
        assertThatThrownBy(() -> decide(nobody, REDRAW, DRAWN_AT)).isInstanceOf(PrizeHasNobodyLeft.class);
    }

    @Test
    void knowsNoWinnerBeforeTheDrawNorOfAnotherBrand() {
        var stranger = new RedrawPrize("c1", "b2", 1, "No answer", null);

        assertThatThrownBy(() -> decide(sealed(null), REDRAW, DRAWN_AT)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(drawn(), stranger, DRAWN_AT)).isInstanceOf(NotFound.class);
    }

    private List<?> decide(List<Object> given, RedrawPrize command, Instant now) {
        return events(decision(given, command, UNKNOWN, now));
    }

    private Decision<AlternateOf> decision(List<Object> given, RedrawPrize command, Alternates known, Instant now) {
        var state = handler.initial(command);
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(command, state, known, now);
    }
}
