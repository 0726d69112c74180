package io.parvis.engagement.contest.write.enter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.edge.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Given what happened, when a fan enters, then. No container: the decision is pure. */
class EnterContestTest {

    private static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    private static final EnterContest ENTER = new EnterContest("e1", "c1", "b1", "f1");

    private final EnterContestHandler handler = new EnterContestHandler();

    @Test
    void takesAFanInAtTheVeryOpening() {
        var events = given(drafted(), published(), fan("FR")).when(OPENS);

        assertThat(events).containsExactly(new ContestEntered("e1", "c1", "b1", "f1", 1));
    }

    @Test
    void refusesAnInstantBeforeTheOpening() {
        var given = given(drafted(), published(), fan("FR"));

        assertThatThrownBy(() -> given.when(OPENS.minusNanos(1))).isInstanceOf(ContestNotYetOpen.class);
    }

    @Test
    void takesTheLastInstantAndRefusesTheClosingTime() {
        var given = given(drafted(), published(), fan("FR"));

        assertThat(given.when(CLOSES.minusNanos(1))).hasSize(1);
        assertThatThrownBy(() -> given.when(CLOSES)).isInstanceOf(ContestIsOver.class);
    }

    @Test
    void refusesASecondEntry() {
        var given = given(drafted(), published(), fan("FR"), new ContestEntered("e0", "c1", "b1", "f1", 1));

        assertThatThrownBy(() -> given.when(OPENS)).isInstanceOf(FanAlreadyEntered.class);
    }

    @Test
    void refusesWhoeverTheRulesDoNotAdmit() {
        assertThatThrownBy(() -> given(drafted(), published(), fan("US")).when(OPENS))
                .isInstanceOf(CountryNotAdmitted.class);
        assertThatThrownBy(() -> given(drafted("f1"), published(), fan("FR")).when(OPENS))
                .isInstanceOf(FanIsExcluded.class);
    }

    @Test
    void knowsNoContestThatIsOnlyADraft() {
        assertThatThrownBy(() -> given(drafted(), fan("FR")).when(OPENS)).isInstanceOf(NotFound.class);
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        var stranger = new FanRegistered("f1", "b2", null, "FR", List.of());

        assertThatThrownBy(() -> given(drafted(), published(), stranger).when(OPENS))
                .isInstanceOf(NotFound.class);
    }

    private interface When {
        List<ContestEntered> when(Instant now);
    }

    private When given(Object... events) {
        var state = handler.initial();
        for (var event : new ArrayList<>(Arrays.asList(events))) {
            state = handler.evolve(state, event);
        }
        var known = state;
        return now -> handler.decide(ENTER, known, now);
    }

    private static ContestDrafted drafted(String... excluded) {
        var eligibility = new Eligibility(List.of("FR"), null, List.of(excluded));
        return new ContestDrafted(
                "c1",
                "b1",
                new ContestRules(
                        "Win a bicycle",
                        Mechanic.DRAW,
                        OPENS,
                        CLOSES,
                        "Europe/Paris",
                        "Rules",
                        eligibility,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Prize("Bicycle", 1, null))));
    }

    private static ContestPublished published() {
        return new ContestPublished("c1", "b1", "Win a bicycle", 1, OPENS, CLOSES, "Europe/Paris", "00");
    }

    private static FanRegistered fan(String country) {
        return new FanRegistered("f1", "b1", null, country, List.of());
    }
}
