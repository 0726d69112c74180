package io.parvis.engagement.contest.write.redraw;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.contest.write.redraw.RedrawPrize.AlternateOf;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.eventing.command.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds whose turn it is, from the ranking; of an instant win it is nobody's. */
@Singleton
class RedrawPrizeFetcher implements Fetcher<RedrawPrize, Alternates, AlternateOf> {

    /** Prizes of one contest mostly fall due together, and as many are decided together. */
    private static final int AT_ONCE = 64;

    private final ContestLog log;
    private final DrawCalculator draws;

    RedrawPrizeFetcher(ContestLog log, DrawCalculator draws) {
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
        return log.dossier(command.contestId())
                .chain(dossier -> dossier.life().isInstantWin()
                        ? Uni.createFrom().item(new Alternates(first, List.of(), true))
                        : draws.alternates(dossier, first, AT_ONCE)
                                .chain(positions -> log.entries(positions)
                                        .map(entries -> new Alternates(
                                                first,
                                                positions.stream()
                                                        .map(position -> holder(position, entries))
                                                        .toList(),
                                                positions.size() < AT_ONCE))));
    }

    private static Holder holder(long position, Map<Long, ContestEntered> entries) {
        var entry = Objects.requireNonNull(entries.get(position));
        return new Holder(position, entry.entryId(), entry.fanId());
    }
}
