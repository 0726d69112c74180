package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.drawing.ContestLog;
import io.parvis.engagement.contest.drawing.Draws;
import io.parvis.engagement.contest.drawing.Draws.Alternate;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.contest.write.redraw.RedrawPrize.AlternateOf;
import io.parvis.eventing.command.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds whose turn it is, from the ranking; of an instant win it is nobody's. */
@Singleton
class RedrawPrizeFetcher implements Fetcher<RedrawPrize, Alternates, AlternateOf> {

    /** Prizes of one contest mostly fall due together, and as many are decided together. */
    private static final int AT_ONCE = 64;

    private final ContestLog log;
    private final Draws draws;

    RedrawPrizeFetcher(ContestLog log, Draws draws) {
        this.log = log;
        this.draws = draws;
    }

    @Override
    public Alternates known(RedrawPrize command) {
        return Alternates.UNKNOWN;
    }

    @Override
    public Uni<Alternates> fetch(RedrawPrize command, Alternates known, AlternateOf next) {
        var first = next.number();
        return log.file(command.contestId())
                .chain(file -> file.life().isInstantWin()
                        ? Uni.createFrom().item(new Alternates(first, List.of(), true))
                        : draws.alternates(file, first, AT_ONCE)
                                .map(found -> new Alternates(
                                        first,
                                        found.stream()
                                                .map(RedrawPrizeFetcher::holder)
                                                .toList(),
                                        found.size() < AT_ONCE)));
    }

    private static Holder holder(Alternate found) {
        return new Holder(
                found.position(), found.entry().entryId(), found.entry().fanId());
    }
}
