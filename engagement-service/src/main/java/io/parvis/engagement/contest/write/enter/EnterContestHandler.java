package io.parvis.engagement.contest.write.enter;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.edge.NotFound;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

@Singleton
class EnterContestHandler implements Decider<EnterContest, EnterContestHandler.State> {

    record State(
            @Nullable ContestRules rules,
            @Nullable ContestPublished published,
            @Nullable FanRegistered fan,
            boolean entered) {}

    @Override
    public Boundary boundary(EnterContest command) {
        return Boundary.of(
                Criterion.tagged(ContestTags.entry(command.contestId(), command.fanId()), ContestEntered.class),
                Criterion.tagged(ContestTags.life(command.contestId()), ContestDrafted.class, ContestPublished.class),
                Criterion.tagged(Tag.of("fan", command.fanId()), FanRegistered.class));
    }

    @Override
    public State initial() {
        return new State(null, null, null, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case ContestDrafted drafted -> new State(drafted.rules(), state.published, state.fan, state.entered);
            case ContestPublished published -> new State(state.rules, published, state.fan, state.entered);
            case FanRegistered fan -> new State(state.rules, state.published, fan, state.entered);
            case ContestEntered entered -> new State(state.rules, state.published, state.fan, true);
            default -> state;
        };
    }

    @Override
    public List<ContestEntered> decide(EnterContest command, State state, Instant now) {
        var contest = state.published;
        if (contest == null || !contest.brandId().equals(command.brandId())) {
            throw new NotFound("contest");
        }
        var fan = state.fan;
        if (fan == null || !fan.brandId().equals(command.brandId())) {
            throw new NotFound("fan");
        }
        if (now.isBefore(contest.opensAt())) {
            throw new ContestNotYetOpen(contest.opensAt());
        }
        if (!now.isBefore(contest.closesAt())) {
            throw new ContestIsOver(contest.closesAt());
        }
        if (state.entered) {
            throw new FanAlreadyEntered();
        }
        if (!state.rules.admitsCountry(fan.country())) {
            throw new CountryNotAdmitted(fan.country());
        }
        if (state.rules.excludes(command.fanId())) {
            throw new FanIsExcluded();
        }
        return List.of(new ContestEntered(
                command.entryId(), command.contestId(), command.brandId(), command.fanId(), contest.rulesVersion()));
    }
}
