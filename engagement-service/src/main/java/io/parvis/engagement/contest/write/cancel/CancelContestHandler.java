package io.parvis.engagement.contest.write.cancel;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Cancelling a cancelled contest changes nothing; the first reason stands. What was won on the spot stays won. */
@Singleton
class CancelContestHandler implements Decider<CancelContest, ContestLife> {

    @Override
    public Boundary boundary(CancelContest command) {
        return Boundary.of(ContestLife.CONTEST.of(command.contestId().value()));
    }

    @Override
    public ContestLife initial() {
        return ContestLife.UNKNOWN;
    }

    @Override
    public ContestLife evolve(ContestLife contest, Object event) {
        return contest.evolve(event);
    }

    @Override
    public List<ContestCancelled> decide(CancelContest command, ContestLife contest, Instant now) {
        if (contest.ofBrand(command.brandId()).revealed() != null) {
            throw new ContestAlreadyDrawn();
        }
        return switch (contest.state()) {
            case CANCELLED -> List.of();
            case DRAWN, SETTLED -> throw new ContestAlreadyDrawn();
            case DRAFT, PUBLISHED, CLOSED ->
                List.of(new ContestCancelled(command.contestId(), command.brandId(), command.reason()));
        };
    }
}
