package io.parvis.engagement.contest.instant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.engagement.drawing.Moments;
import io.parvis.engagement.drawing.SharedComputation;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The moments of instant wins that are entered, and how far they are known to be taken: from the log, never from hope. */
@ApplicationScoped
public class InstantWins {

    /** About 60 MB. */
    private static final int KEPT_MOMENTS = 1_000_000;

    private static final int AT_LEAST = 100;

    /** Moments and prizes never change; how many are taken only grows. */
    private record Known(Moments moments, List<Prize> prizes, AtomicInteger taken) {

        void learn(InstantPrizeWon won) {
            taken.accumulateAndGet(won.rank(), Math::max);
        }
    }

    /** @param life of the store: in another one, fewer may be taken */
    private record ContestOf(UUID life, ContestId contestId) {}

    private final AsyncCache<ContestOf, Known> known = Caffeine.newBuilder()
            .maximumWeight(KEPT_MOMENTS)
            .<ContestOf, Known>weigher((contest, of) -> of.moments().size() + AT_LEAST)
            .buildAsync();
    private final ContestLog log;
    private final EventLog events;
    private final DrawCalculator draws;
    private final Clock clock;
    private final StoreLife life;

    InstantWins(ContestLog log, EventLog events, DrawCalculator draws, Clock clock, StoreLife life) {
        this.log = log;
        this.events = events;
        this.draws = draws;
        this.clock = clock;
        this.life = life;
    }

    /** What an entry should bring along, as far as that is known without looking; null of other contests. */
    public @Nullable InstantWinKnowledge known(ContestId contestId) {
        var loading = known.getIfPresent(new ContestOf(life.id(), contestId));
        return loading == null || !loading.isDone() || loading.isCompletedExceptionally()
                ? null
                : chance(loading.join());
    }

    /** The same, looked for. */
    public Uni<InstantWinKnowledge> chance(ContestId contestId) {
        return find(contestId).map(this::chance);
    }

    private InstantWinKnowledge chance(Known contest) {
        var chance = new InstantWinKnowledge(contest.moments(), contest.taken().get(), false);
        return chance.mayWin(clock.instant()) ? chance.standingInLine() : chance;
    }

    /** The prize of a win that is recorded. */
    public Uni<Prize> prize(InstantPrizeWon won) {
        return find(won.contestId())
                .invoke(contest -> contest.learn(won))
                .map(contest -> contest.prizes().get(won.prize()));
    }

    /** Whether it seems that a moment has come which an entry just now has not won. */
    public boolean mayBeBehind(ContestId contestId) {
        var chance = known(contestId);
        return chance != null && chance.inLine();
    }

    /**
     * After an entry that stood in line for nothing: others were before it, perhaps in another process. What cannot be
     * learnt now is learnt by the next.
     */
    public Uni<Void> catchUp(ContestId contestId) {
        return find(contestId)
                .chain(contest -> catchUp(contestId, contest))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> catchUp(ContestId contestId, Known contest) {
        return events.fold(Boundary.reading(Wins.newest(contestId)), contest, (learning, newest) -> {
                    learning.learn((InstantPrizeWon) newest);
                    return learning;
                })
                .replaceWithVoid();
    }

    private Uni<Known> find(ContestId contestId) {
        return SharedComputation.in(
                known,
                new ContestOf(life.id(), contestId),
                () -> log.dossier(contestId).chain(dossier -> SharedComputation.onWorker(() -> contest(dossier))));
    }

    private Known contest(ContestDossier dossier) {
        var moments = Moments.of(
                draws.seed(dossier),
                dossier.contestId(),
                dossier.rules().getFirst().rules());
        var prizes = Objects.requireNonNull(dossier.life().inForce()).rules().prizes();
        return new Known(moments, prizes, new AtomicInteger());
    }
}
