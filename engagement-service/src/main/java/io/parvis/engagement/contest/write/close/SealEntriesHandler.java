package io.parvis.engagement.contest.write.close;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Once, after the closing. */
@Singleton
class SealEntriesHandler implements Decider<SealEntries, ContestLife> {

    @Override
    public Boundary boundary(SealEntries command) {
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
    public List<EntriesSealed> decide(SealEntries command, ContestLife contest, Instant now) {
        if (contest.state() != ContestState.CLOSED || contest.sealed() != null) {
            return List.of();
        }
        var closing = command.closing();
        return List.of(new EntriesSealed(
                command.contestId(),
                command.brandId(),
                closing.at(),
                closing.size(),
                closing.merkleRoot().hex(),
                closing.publicationSha256().hex(),
                closing.rulesSha256().hex(),
                closing.moderationSha256().hex()));
    }
}
