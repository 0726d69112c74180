package io.parvis.engagement.contest.instant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.log.ContestFile;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.Draws;
import io.parvis.engagement.drawing.Kept;
import io.parvis.engagement.drawing.Moments;
import io.parvis.eventing.store.StoreLife;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The moments of instant wins that are entered, and how far they are known to be taken: from the log, never from hope. */
@ApplicationScoped
public class InstantWins {

    /** About 60 MB. */
    private static final int KEPT_MOMENTS = 1_000_000;

    private static final int AT_LEAST = 100;

    private record Taken(int count, long position) {

        Taken or(int otherCount, long otherPosition) {
            return otherCount > count ? new Taken(otherCount, otherPosition) : this;
        }
    }

    /** Moments and prizes never change; how many are taken only grows. */
    private record Known(Moments moments, List<Prize> prizes, AtomicReference<Taken> taken) {

        void learn(int count, long position) {
            taken.updateAndGet(before -> before.or(count, position));
        }
    }

    /** @param life of the store: in another one, fewer may be taken */
    private record ContestOf(UUID life, String contestId) {}

    private final AsyncCache<ContestOf, Known> known = Caffeine.newBuilder()
            .maximumWeight(KEPT_MOMENTS)
            .<ContestOf, Known>weigher((contest, of) -> of.moments().size() + AT_LEAST)
            .buildAsync();
    private final ContestLog log;
    private final Draws draws;
    private final Clock clock;
    private final StoreLife life;

    InstantWins(ContestLog log, Draws draws, Clock clock, StoreLife life) {
        this.log = log;
        this.draws = draws;
        this.clock = clock;
        this.life = life;
    }

    /** What an entry should bring along, as far as that is known without looking; null of other contests. */
    public @Nullable Chance known(String contestId) {
        var loading = known.getIfPresent(new ContestOf(life.id(), contestId));
        return loading == null || !loading.isDone() || loading.isCompletedExceptionally()
                ? null
                : chance(loading.join());
    }

    /** The same, looked for. */
    public Uni<Chance> chance(String contestId) {
        return find(contestId).map(this::chance);
    }

    private Chance chance(Known contest) {
        var chance = new Chance(contest.moments(), contest.taken().get().count(), false);
        return chance.mayWin(clock.instant()) ? chance.standingInLine() : chance;
    }

    /** The prize of a win that is recorded. */
    public Uni<Prize> prize(InstantPrizeWon won, long position) {
        return find(won.contestId())
                .invoke(contest -> contest.learn(won.rank(), position))
                .map(contest -> contest.prizes().get(won.prize()));
    }

    /**
     * After an entry that stood in line for nothing: others were before it, perhaps in another process. What cannot be
     * learnt now is learnt by the next.
     */
    public Uni<Void> catchUp(String contestId) {
        return find(contestId)
                .chain(contest -> chance(contest).inLine()
                        ? catchUp(contestId, contest)
                        : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> catchUp(String contestId, Known contest) {
        return log.lastWin(contestId, contest.taken().get().position())
                .invoke(last -> {
                    if (last != null) {
                        contest.learn(last.rank(), last.position());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Known> find(String contestId) {
        return Kept.in(
                known,
                new ContestOf(life.id(), contestId),
                () -> log.file(contestId).chain(file -> Kept.onWorker(() -> contest(file))));
    }

    private Known contest(ContestFile file) {
        var moments = Moments.of(
                draws.seed(file), file.contestId(), file.rules().getFirst().rules());
        var prizes = Objects.requireNonNull(file.life().inForce()).rules().prizes();
        return new Known(moments, prizes, new AtomicReference<>(new Taken(0, 0)));
    }
}
