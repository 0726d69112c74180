package io.parvis.engagement.contest;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.ContestRulesChanged;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * What every decision on a contest knows of it, folded from the few events of its life.
 *
 * @param written the newest rules, in force or not yet
 * @param inForce the rules that entries are judged by; null before publication
 * @param committed the promise of the draw; null before publication
 * @param sealed which entries take part; null until a moment after the closing
 * @param drawn null before the draw
 * @param revealed the end of an instant win; null before it, and of a draw
 */
public record ContestLife(
        @Nullable BrandId brandId,
        ContestState state,
        @Nullable RulesVersion written,
        @Nullable RulesVersion inForce,
        @Nullable DrawCommitted committed,
        @Nullable EntriesSealed sealed,
        @Nullable ContestDrawn drawn,
        @Nullable MomentsRevealed revealed) {

    public static final ContestLife UNKNOWN =
            new ContestLife(null, ContestState.DRAFT, null, null, null, null, null, null);

    /** A contest, by the events of its life: a handful, however many take part. */
    public static final ResourceType CONTEST = ResourceType.tagged(
            ContestTags.LIFE,
            ContestDrafted.class,
            ContestRulesChanged.class,
            ContestPublished.class,
            DrawCommitted.class,
            ContestClosed.class,
            EntriesSealed.class,
            ContestDrawn.class,
            MomentsRevealed.class,
            ContestSettled.class,
            ContestCancelled.class);

    /** For decisions that depend on a contest, and do not change it. */
    public static Criterion of(ContestId contestId) {
        return CONTEST.all(contestId.value());
    }

    /** Passes over what does not concern it. */
    public ContestLife evolve(Object event) {
        return switch (event) {
            case ContestDrafted drafted ->
                new ContestLife(
                        drafted.brandId(),
                        ContestState.DRAFT,
                        new RulesVersion(1, drafted.rules()),
                        null,
                        null,
                        null,
                        null,
                        null);
            case ContestRulesChanged changed ->
                with(state, new RulesVersion(changed.rulesVersion(), changed.rules()), inForce);
            case ContestPublished published -> with(ContestState.PUBLISHED, written, written);
            case DrawCommitted promise ->
                new ContestLife(brandId, state, written, inForce, promise, sealed, drawn, revealed);
            case ContestClosed closed -> in(ContestState.CLOSED);
            case EntriesSealed root ->
                new ContestLife(brandId, state, written, inForce, committed, root, drawn, revealed);
            case ContestDrawn outcome ->
                new ContestLife(brandId, ContestState.DRAWN, written, inForce, committed, sealed, outcome, revealed);
            case MomentsRevealed seed ->
                new ContestLife(brandId, state, written, inForce, committed, sealed, drawn, seed);
            case ContestSettled settled -> in(ContestState.SETTLED);
            case ContestCancelled cancelled -> in(ContestState.CANCELLED);
            default -> this;
        };
    }

    private ContestLife in(ContestState next) {
        return with(next, written, inForce);
    }

    private ContestLife with(ContestState next, @Nullable RulesVersion newest, @Nullable RulesVersion valid) {
        return new ContestLife(brandId, next, newest, valid, committed, sealed, drawn, revealed);
    }

    /** Whether entries win on the spot; the mechanic never changes once it is published. */
    public boolean isInstantWin() {
        var rules = inForce == null ? written : inForce;
        return rules != null && rules.rules().mechanic() == ContestRules.Mechanic.INSTANT_WIN;
    }

    /** @throws NotFound where the brand has no such contest */
    public ContestLife ofBrand(BrandId brand) {
        if (brandId == null || !brandId.equals(brand)) {
            throw new NotFound("contest");
        }
        return this;
    }

    /** @throws NotFound also where it was never offered: whoever takes part does not know of drafts */
    public RulesVersion rulesInForce(BrandId brand) {
        ofBrand(brand);
        if (inForce == null) {
            throw new NotFound("contest");
        }
        return inForce;
    }
}
