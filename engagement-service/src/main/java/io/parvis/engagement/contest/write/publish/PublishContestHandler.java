package io.parvis.engagement.contest.write.publish;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.RulesVersion;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.proofs.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts the rules written last into force; where they are already, nothing changes. */
@Singleton
class PublishContestHandler implements Decider<PublishContest, PublishContestHandler.State> {

    record State(BrandLife brand, ContestLife contest) {}

    @Override
    public Boundary boundary(PublishContest command) {
        return Boundary.of(ContestLife.CONTEST.of(command.contestId().value()), BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, ContestLife.UNKNOWN);
    }

    @Override
    public State evolve(State state, Object event) {
        return new State(state.brand().evolve(event), state.contest().evolve(event));
    }

    @Override
    public List<?> decide(PublishContest command, State state, Instant now) {
        var contest = state.contest().ofBrand(command.brandId());
        BrandGuard.mustBeActive(state.brand());
        if (contest.state() == ContestState.CANCELLED) {
            throw new ContestIsCancelled();
        }
        var written = contest.written();
        var owed = owed(command, contest);
        if (owed.isEmpty()) {
            return owed;
        }
        if (!written.rules().notYetKept().isEmpty()) {
            throw new RulesNotYetKept(written.rules().notYetKept());
        }
        if (isOver(contest, now)) {
            throw new ContestOverBeforePublished();
        }
        return owed;
    }

    /** A contest that was published before draws were committed to still owes that promise. */
    private static List<Object> owed(PublishContest command, ContestLife contest) {
        var owed = new ArrayList<Object>();
        if (contest.committed() == null) {
            owed.add(committed(command));
        }
        if (!contest.written().equals(contest.inForce())) {
            owed.add(published(command, contest.written()));
        }
        return owed;
    }

    /** The seed is chosen before anybody enters, and for good. */
    private static DrawCommitted committed(PublishContest command) {
        var seed = command.sealedSeed();
        return new DrawCommitted(
                command.contestId(), command.brandId(), command.seedCommitment(), seed.text(), seed.keyId());
    }

    /** Also where it would be prolonged: what has closed stays closed. */
    private static boolean isOver(ContestLife contest, Instant now) {
        var ends = contest.inForce() == null ? contest.written() : contest.inForce();
        return !now.isBefore(ends.rules().closesAt())
                || contest.state() != ContestState.DRAFT && contest.state() != ContestState.PUBLISHED;
    }

    private static ContestPublished published(PublishContest command, RulesVersion version) {
        var rules = version.rules();
        return new ContestPublished(
                command.contestId(),
                command.brandId(),
                rules.name(),
                version.number(),
                rules.opensAt(),
                rules.closesAt(),
                rules.timeZone(),
                Sha256.hex(rules.officialRules()));
    }
}
