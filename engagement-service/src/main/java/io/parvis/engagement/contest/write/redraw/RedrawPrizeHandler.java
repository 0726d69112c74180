package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.PrizeAlreadyClaimed;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.PrizeLife;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.contest.write.redraw.RedrawPrize.AlternateOf;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.DeciderWithNeeds;
import io.parvis.eventing.command.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The next alternate that no redraw has taken: there is nothing to choose. An instant win has none: the prize lapses. */
@Singleton
class RedrawPrizeHandler implements DeciderWithNeeds<RedrawPrize, PrizeLife, Alternates, AlternateOf> {

    @Override
    public Boundary boundary(RedrawPrize command, Alternates known) {
        return PrizeLife.boundary(command.contestId(), command.rank());
    }

    @Override
    public PrizeLife initial(RedrawPrize command) {
        return PrizeLife.UNKNOWN;
    }

    @Override
    public PrizeLife evolve(PrizeLife life, Object event) {
        return life.evolve(event);
    }

    @Override
    public Decision<AlternateOf> decide(RedrawPrize command, PrizeLife life, Alternates known, Instant now) {
        var prize = life.prize(command.brandId(), command.rank());
        if (command.dueAt() != null && !isOverdue(prize, now)) {
            return Decision.events(List.of());
        }
        if (prize.claimed()) {
            throw new PrizeAlreadyClaimed();
        }
        if (prize.holder() == null) {
            throw new PrizeHasNobodyLeft();
        }
        var next = life.alternatesUsed() + 1;
        return known.tell(next)
                ? Decision.events(redrawn(command, life, prize, prize.holder(), known.get(next), now))
                : Decision.needs(new AlternateOf(next));
    }

    /** Where it was claimed or redrawn meanwhile, this window ended without a consequence. */
    private static boolean isOverdue(PrizeLife.Prize prize, Instant now) {
        return !prize.claimed() && prize.claimBy() != null && !now.isBefore(prize.claimBy());
    }

    private static List<?> redrawn(
            RedrawPrize command, PrizeLife life, PrizeLife.Prize prize, Holder from, @Nullable Holder to, Instant now) {
        var rules = Objects.requireNonNull(life.contest().inForce()).rules();
        var open = to == null ? life.open() - 1 : life.open();
        var redrawn = new PrizeRedrawn(
                command.contestId(),
                command.brandId(),
                command.rank(),
                prize.prize(),
                from.position(),
                to,
                command.reason(),
                to == null ? null : rules.claimBy(now),
                to == null ? life.alternatesUsed() : life.alternatesUsed() + 1,
                open);
        return life.isSettledWith(open)
                ? List.of(redrawn, new ContestSettled(command.contestId(), command.brandId()))
                : List.of(redrawn);
    }
}
