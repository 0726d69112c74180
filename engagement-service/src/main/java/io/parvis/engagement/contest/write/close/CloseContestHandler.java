package io.parvis.engagement.contest.write.close;

import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Never before the closing time in force; closing a closed contest changes nothing. */
@Singleton
class CloseContestHandler implements Decider<CloseContest, ContestLife> {

    @Override
    public Boundary boundary(CloseContest command) {
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
    public List<ContestClosed> decide(CloseContest command, ContestLife contest, Instant now) {
        return switch (contest.ofBrand(command.brandId()).state()) {
            case DRAFT -> throw new ContestNotPublished();
            case CANCELLED -> throw new ContestIsCancelled();
            case CLOSED, DRAWN, SETTLED -> List.of();
            case PUBLISHED -> {
                var closesAt = Objects.requireNonNull(contest.inForce()).rules().closesAt();
                if (now.isBefore(closesAt)) {
                    throw new ContestStillOpen(closesAt);
                }
                yield List.of(new ContestClosed(command.contestId(), command.brandId()));
            }
        };
    }
}
