package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.Draws;
import io.parvis.eventing.edge.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, from the ranking. */
@Singleton
class Alternates {

    private final ContestLog log;
    private final Draws draws;

    Alternates(ContestLog log, Draws draws) {
        this.log = log;
        this.draws = draws;
    }

    /** @param number from 1 */
    Uni<RedrawPrize.Next> next(String contestId, int number) {
        return log.file(contestId).chain(file -> {
            if (file.life().isInstantWin()) {
                return Uni.createFrom().item(new RedrawPrize.Next(number, null));
            }
            if (file.drawn() == null) {
                throw new NotFound("winner");
            }
            return draws.alternate(file, number)
                    .chain(position ->
                            position == null ? Uni.createFrom().<@Nullable Holder>nullItem() : holder(position))
                    .map(holder -> new RedrawPrize.Next(number, holder));
        });
    }

    private Uni<Holder> holder(long position) {
        return log.entry(position).map(entry -> new Holder(position, entry.entryId(), entry.fanId()));
    }

    /** The one after those that redraws have taken up to now. */
    Uni<RedrawPrize.Next> next(String contestId) {
        return log.alternatesUsed(contestId).chain(used -> next(contestId, used + 1));
    }
}
