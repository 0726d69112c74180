package io.parvis.engagement.contest.write.claim;

import io.parvis.engagement.contest.PrizeAlreadyClaimed;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.PrizeLife;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Claiming what one has claimed changes nothing. The last claim settles the contest. */
@Singleton
class ClaimPrizeHandler implements Decider<ClaimPrize, PrizeLife> {

    @Override
    public Boundary boundary(ClaimPrize command) {
        return PrizeLife.boundary(command.contestId(), command.rank());
    }

    @Override
    public PrizeLife initial() {
        return PrizeLife.UNKNOWN;
    }

    @Override
    public PrizeLife evolve(PrizeLife life, Object event) {
        return life.evolve(event);
    }

    @Override
    public List<?> decide(ClaimPrize command, PrizeLife life, Instant now) {
        var prize = life.prize(command.brandId(), command.rank());
        var holder = prize.holder();
        if (holder == null) {
            throw new PrizeHasNobodyLeft();
        }
        var isHolders = command.fanId() == null || command.fanId().equals(holder.fanId());
        if (prize.claimed() && isHolders) {
            return List.of();
        }
        if (prize.claimed()) {
            throw new PrizeAlreadyClaimed();
        }
        if (!isHolders) {
            throw new NotTheWinner();
        }
        if (prize.claimBy() != null && !now.isBefore(prize.claimBy())) {
            throw new ClaimWindowOver(prize.claimBy());
        }
        var open = life.open() - 1;
        var claimed = new PrizeClaimed(
                command.contestId(),
                command.brandId(),
                command.rank(),
                prize.prize(),
                holder.fanId(),
                holder.entryId(),
                life.alternatesUsed(),
                open);
        return life.isSettledWith(open)
                ? List.of(claimed, new ContestSettled(command.contestId(), command.brandId()))
                : List.of(claimed);
    }
}
