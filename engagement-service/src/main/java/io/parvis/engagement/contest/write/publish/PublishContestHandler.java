package io.parvis.engagement.contest.write.publish;

import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.engagement.brand.BrandGuard;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.edge.NotFound;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishing a published contest changes nothing. */
@Singleton
class PublishContestHandler implements Decider<PublishContest, PublishContestHandler.State> {

    private static final int FIRST_VERSION = 1;

    record State(BrandLife brand, @Nullable ContestDrafted draft, boolean published) {}

    @Override
    public Boundary boundary(PublishContest command) {
        return Boundary.of(
                Criterion.tagged(ContestTags.life(command.contestId()), ContestDrafted.class, ContestPublished.class),
                BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case ContestDrafted drafted -> new State(state.brand(), drafted, state.published());
            case ContestPublished published -> new State(state.brand(), state.draft(), true);
            default -> new State(state.brand().evolve(event), state.draft(), state.published());
        };
    }

    @Override
    public List<ContestPublished> decide(PublishContest command, State state, Instant now) {
        var draft = state.draft();
        if (draft == null || !draft.brandId().equals(command.brandId())) {
            throw new NotFound("contest");
        }
        BrandGuard.mustBeActive(state.brand());
        if (state.published()) {
            return List.of();
        }
        var rules = draft.rules();
        if (!rules.notYetKept().isEmpty()) {
            throw new RulesNotYetKept(rules.notYetKept());
        }
        if (!now.isBefore(rules.closesAt())) {
            throw new ContestOverBeforePublished();
        }
        return List.of(published(draft, rules));
    }

    private static ContestPublished published(ContestDrafted draft, ContestRules rules) {
        return new ContestPublished(
                draft.contestId(),
                draft.brandId(),
                rules.name(),
                FIRST_VERSION,
                rules.opensAt(),
                rules.closesAt(),
                rules.timeZone(),
                sha256(rules.officialRules()));
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
