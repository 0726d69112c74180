package io.parvis.engagement.contest.write.draw;

import io.parvis.engagement.contest.event.ContestDrawn.Winner;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.contest.write.draw.DrawContest.Found;
import io.parvis.engagement.contest.write.draw.DrawContest.Need;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.engagement.drawing.DrawOutcome;
import io.parvis.eventing.command.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Works out who wins: from every entry and the secret seed, so only once the draw is known to be allowed. */
@Singleton
class DrawContestFetcher implements Fetcher<DrawContest, @Nullable Found, Need> {

    private final ContestLog log;
    private final DrawCalculator draws;

    DrawContestFetcher(ContestLog log, DrawCalculator draws) {
        this.log = log;
        this.draws = draws;
    }

    @Override
    public @Nullable Found known(DrawContest command) {
        return null;
    }

    @Override
    public Uni<@Nullable Found> fetch(DrawContest command, @Nullable Found known, Need outcome) {
        return log.dossier(command.contestId())
                .chain(dossier -> draws.draw(dossier, command.beacon())
                        .chain(drawn -> winners(drawn)
                                .map(winners -> new Found(
                                        draws.seed(dossier).reveal(),
                                        winners,
                                        drawn.alternates().size()))));
    }

    private Uni<List<Winner>> winners(DrawOutcome outcome) {
        var won = outcome.winners();
        return log.entries(won.stream().map(place -> place.leaf().position()).toList())
                .map(entries -> IntStream.range(0, won.size())
                        .mapToObj(index -> winner(index + 1, won.get(index), entries))
                        .toList());
    }

    private static Winner winner(int rank, DrawOutcome.Winner place, Map<Long, ContestEntered> entries) {
        long position = place.leaf().position();
        var entry = Objects.requireNonNull(entries.get(position));
        return new Winner(rank, position, entry.entryId(), entry.fanId(), place.prize());
    }
}
