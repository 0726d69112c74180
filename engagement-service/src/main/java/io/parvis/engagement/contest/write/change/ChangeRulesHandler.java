package io.parvis.engagement.contest.write.change;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.edge.json.MergePatch;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.RulesVersion;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A published version stays as it is: changing it writes the next one, which is in force once it is published. */
@Singleton
class ChangeRulesHandler implements Decider<ChangeRules, ChangeRulesHandler.State> {

    static final int MOST_VERSIONS = 100;

    private static final long MOST_CHARACTERS = 10_000_000;

    /** @param characters about as many as were ever written of the rules */
    record State(BrandLife brand, ContestLife contest, long characters) {}

    private final MergePatch patches;

    ChangeRulesHandler(MergePatch patches) {
        this.patches = patches;
    }

    @Override
    public Boundary boundary(ChangeRules command) {
        return Boundary.of(ContestLife.CONTEST.of(command.contestId().value()), BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, ContestLife.UNKNOWN, 0);
    }

    @Override
    public State evolve(State state, Object event) {
        return new State(
                state.brand().evolve(event), state.contest().evolve(event), state.characters() + characters(event));
    }

    @Override
    public List<ContestRulesChanged> decide(ChangeRules command, State state, Instant now) {
        var contest = state.contest().ofBrand(command.brandId());
        BrandGuard.mustBeActive(state.brand());
        if (contest.state() != ContestState.DRAFT && contest.state() != ContestState.PUBLISHED) {
            throw new ContestNoLongerChanges();
        }
        var written = contest.written();
        var rules = patches.applied(written.rules(), command.patch(), ContestRules.class);
        if (rules.equals(written.rules())) {
            return List.of();
        }
        if (state.characters() + lengthOf(rules) > MOST_CHARACTERS) {
            throw new RulesRewrittenTooOften();
        }
        var inForce = contest.inForce();
        if (inForce == null) {
            return List.of(changed(command, 1, rules));
        }
        if (inForce.number() >= MOST_VERSIONS) {
            throw new TooManyRulesVersions(MOST_VERSIONS);
        }
        momentsMustNotMove(inForce.rules(), rules);
        var fixed = fixed(inForce.rules(), rules, now);
        if (!fixed.isEmpty()) {
            throw new RulesFixedOncePublished(fixed);
        }
        return List.of(changed(command, nextAfter(inForce), rules));
    }

    private static long characters(Object event) {
        return switch (event) {
            case ContestDrafted drafted -> lengthOf(drafted.rules());
            case ContestRulesChanged changed -> lengthOf(changed.rules());
            default -> 0;
        };
    }

    /** Of what may be long. */
    private static long lengthOf(ContestRules rules) {
        var excluded = rules.eligibility() == null ? null : rules.eligibility().excludedFanIds();
        return rules.officialRules().length()
                + (excluded == null
                        ? 0
                        : excluded.stream().mapToLong(String::length).sum());
    }

    private static int nextAfter(RulesVersion inForce) {
        return inForce.number() + 1;
    }

    private static ContestRulesChanged changed(ChangeRules command, int version, ContestRules rules) {
        return new ContestRulesChanged(command.contestId(), command.brandId(), version, rules);
    }

    /** The winning moments were committed to, and they follow from these. */
    private static void momentsMustNotMove(ContestRules now, ContestRules then) {
        if (now.mechanic() != ContestRules.Mechanic.INSTANT_WIN) {
            return;
        }
        var moving = new ArrayList<String>();
        unlessEqual(moving, "opensAt", now.opensAt(), then.opensAt());
        unlessEqual(moving, "closesAt", now.closesAt(), then.closesAt());
        unlessEqual(moving, "prizes", now.prizes(), then.prizes());
        if (!moving.isEmpty()) {
            throw new WinningMomentsFixed(moving);
        }
    }

    private static List<String> fixed(ContestRules now, ContestRules then, Instant when) {
        var fixed = new ArrayList<String>();
        unlessEqual(fixed, "mechanic", now.mechanic(), then.mechanic());
        unlessEqual(fixed, "timeZone", now.timeZone(), then.timeZone());
        unlessEqual(fixed, "beacon", now.beacon(), then.beacon());
        unlessEqual(fixed, "prizes", now.prizes(), then.prizes());
        unlessEqual(fixed, "claimWindow", now.claimWindow(), then.claimWindow());
        if (!when.isBefore(now.opensAt())) {
            unlessEqual(fixed, "opensAt", now.opensAt(), then.opensAt());
        }
        if (then.closesAt().isBefore(now.closesAt())) {
            fixed.add("closesAt");
        }
        if (!Objects.equals(now.maxEntries(), then.maxEntries())
                && (now.maxEntries() == null || then.maxEntries() == null || then.maxEntries() < now.maxEntries())) {
            fixed.add("maxEntries");
        }
        return fixed;
    }

    private static void unlessEqual(List<String> fixed, String field, Object now, Object then) {
        if (!Objects.equals(now, then)) {
            fixed.add(field);
        }
    }
}
