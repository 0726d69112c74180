package io.parvis.engagement.contest.write.draft;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class DraftContestHandler implements Decider<DraftContest, BrandLife> {

    @Override
    public Boundary boundary(DraftContest command) {
        return Boundary.reading(BrandGuard.life(command.brandId()));
    }

    @Override
    public BrandLife initial() {
        return BrandLife.UNKNOWN;
    }

    @Override
    public BrandLife evolve(BrandLife life, Object event) {
        return life.evolve(event);
    }

    @Override
    public List<ContestDrafted> decide(DraftContest command, BrandLife life, Instant now) {
        BrandGuard.mustBeActive(life);
        return List.of(new ContestDrafted(command.contestId(), command.brandId(), command.rules()));
    }
}
