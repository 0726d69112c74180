package io.parvis.engagement.contest.write.reveal;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.PrizeLife;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.instant.Wins;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Once, after the closing. Where each prize that was won is claimed or has lapsed by then, the contest is settled. */
@Singleton
class RevealMomentsHandler implements Decider<RevealMoments, RevealMomentsHandler.State> {

    /** @param won how many moments are taken */
    record State(PrizeLife prizes, int won) {}

    @Override
    public Boundary boundary(RevealMoments command) {
        return Boundary.of(
                ContestLife.CONTEST.of(command.contestId().value()),
                Wins.newest(command.contestId()),
                Criterion.latest(ContestTags.prizes(command.contestId()), PrizeClaimed.class, PrizeRedrawn.class));
    }

    @Override
    public State initial() {
        return new State(PrizeLife.UNKNOWN, 0);
    }

    @Override
    public State evolve(State state, Object event) {
        return event instanceof InstantPrizeWon won
                ? new State(state.prizes(), won.rank())
                : new State(state.prizes().evolve(event), state.won());
    }

    @Override
    public List<?> decide(RevealMoments command, State state, Instant now) {
        var contest = state.prizes().contest();
        if (!contest.isInstantWin()
                || contest.state() != ContestState.CLOSED
                || contest.sealed() == null
                || contest.revealed() != null) {
            return List.of();
        }
        var revealed = new MomentsRevealed(command.contestId(), command.brandId(), command.seed(), state.won());
        return state.prizes().evolve(revealed).isSettledWith(state.prizes().open())
                ? List.of(revealed, new ContestSettled(command.contestId(), command.brandId()))
                : List.of(revealed);
    }
}
