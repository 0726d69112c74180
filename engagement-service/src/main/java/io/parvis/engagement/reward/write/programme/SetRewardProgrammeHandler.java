package io.parvis.engagement.reward.write.programme;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.RewardVersions;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Setting what is in force already changes nothing. */
@Singleton
class SetRewardProgrammeHandler implements Decider<SetRewardProgramme, SetRewardProgrammeHandler.State> {

    record State(BrandLife brand, @Nullable RewardProgrammeSet inForce) {}

    @Override
    public Boundary boundary(SetRewardProgramme command) {
        return Boundary.of(
                RewardVersions.PROGRAMMES.of(
                        command.brandId().value(),
                        Criterion.latest(RewardTags.programme(command.brandId()), RewardProgrammeSet.class)),
                BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null);
    }

    @Override
    public State evolve(State state, Object event) {
        return event instanceof RewardProgrammeSet set
                ? new State(state.brand(), set)
                : new State(state.brand().evolve(event), state.inForce());
    }

    @Override
    public List<RewardProgrammeSet> decide(SetRewardProgramme command, State state, Instant now) {
        BrandGuard.mustBeActive(state.brand());
        var inForce = state.inForce();
        if (inForce != null && inForce.programme().equals(command.programme())) {
            return List.of();
        }
        int version = inForce == null ? 1 : inForce.programmeVersion() + 1;
        return List.of(new RewardProgrammeSet(command.brandId(), version, command.programme(), now));
    }
}
