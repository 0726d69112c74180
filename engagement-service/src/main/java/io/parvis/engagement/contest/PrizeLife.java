package io.parvis.engagement.contest;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a prize knows: the contest, what became of this prize, and how far all of them are.
 *
 * @param newest by rank, the newest claim or redraw, or else the instant win; of other ranks than the one in question at most one
 * @param alternatesUsed by all redraws
 * @param counted how many prizes are open; null while none was claimed or redrawn
 */
public record PrizeLife(
        ContestLife contest,
        Map<Integer, Object> newest,
        int alternatesUsed,
        @Nullable Integer counted) {

    public static final PrizeLife UNKNOWN = new PrizeLife(ContestLife.UNKNOWN, Map.of(), 0, null);

    /**
     * One prize as it stands.
     *
     * @param prize index into the prizes of the rules
     * @param holder null where nobody is left
     * @param claimBy null where there is no end
     */
    public record Prize(
            int prize,
            @Nullable Holder holder,
            boolean claimed,
            @Nullable Instant claimBy) {}

    /**
     * However many prizes there are, a decision reads what became of this one, and the newest of all. A prize has no tag of
     * its own: If-Match names its contest.
     */
    public static Boundary boundary(ContestId contestId, int rank) {
        return Boundary.of(
                ContestLife.CONTEST.of(contestId.value()),
                Criterion.tagged(
                        ContestTags.prize(contestId, rank),
                        InstantPrizeWon.class,
                        PrizeClaimed.class,
                        PrizeRedrawn.class),
                Criterion.latest(ContestTags.prizes(contestId), PrizeClaimed.class, PrizeRedrawn.class));
    }

    public PrizeLife evolve(Object event) {
        return switch (event) {
            case InstantPrizeWon won -> won(won);
            case PrizeClaimed claimed -> with(claimed.rank(), claimed, claimed.alternatesUsed(), claimed.open());
            case PrizeRedrawn redrawn -> with(redrawn.rank(), redrawn, redrawn.alternatesUsed(), redrawn.open());
            default -> new PrizeLife(contest.evolve(event), newest, alternatesUsed, counted);
        };
    }

    private PrizeLife won(InstantPrizeWon won) {
        var next = new HashMap<>(newest);
        next.putIfAbsent(won.rank(), won);
        return new PrizeLife(contest, next, alternatesUsed, counted);
    }

    private PrizeLife with(int rank, Object event, int used, int open) {
        var next = new HashMap<>(newest);
        next.put(rank, event);
        return new PrizeLife(
                contest,
                next,
                Math.max(alternatesUsed, used),
                counted == null ? Integer.valueOf(open) : Integer.valueOf(Math.min(counted, open)));
    }

    /** How many prizes are neither claimed nor without anybody left; of an instant win also those that nobody won. */
    public int open() {
        return counted == null ? all() : counted;
    }

    private int all() {
        return contest.isInstantWin()
                ? Math.toIntExact(
                        Objects.requireNonNull(contest.inForce()).rules().stock())
                : drawn().winners().size();
    }

    /**
     * Whether nothing is left to happen. Of an instant win only once it has closed, when nobody wins any more.
     *
     * @param openThen how many prizes are open after the decision
     */
    public boolean isSettledWith(int openThen) {
        if (!contest.isInstantWin()) {
            return openThen == 0;
        }
        var revealed = contest.revealed();
        return revealed != null && contest.state() == ContestState.CLOSED && all() - openThen == revealed.won();
    }

    private ContestDrawn drawn() {
        return Objects.requireNonNull(contest.drawn());
    }

    /** @throws NotFound where the brand has no such contest, or that place won nothing */
    public Prize prize(BrandId brandId, int rank) {
        contest.ofBrand(brandId);
        return switch (newest.get(rank)) {
            case PrizeClaimed claimed ->
                new Prize(claimed.prize(), new Holder(0, claimed.entryId(), claimed.fanId()), true, null);
            case PrizeRedrawn redrawn -> new Prize(redrawn.prize(), redrawn.to(), false, redrawn.claimBy());
            case InstantPrizeWon won ->
                new Prize(won.prize(), new Holder(0, won.entryId(), won.fanId()), false, won.claimBy());
            case null, default -> asDrawn(rank);
        };
    }

    private Prize asDrawn(int rank) {
        if (contest.drawn() == null || rank < 1 || rank > drawn().winners().size()) {
            throw new NotFound("winner");
        }
        var winner = drawn().winners().get(rank - 1);
        return new Prize(
                winner.prize(),
                new Holder(winner.position(), winner.entryId(), winner.fanId()),
                false,
                drawn().claimBy());
    }
}
