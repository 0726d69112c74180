package io.parvis.engagement.contest.read.contests;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.web.AsOf;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.log.ContestLog;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a contest was at some time: its life read again up to then. No rules are kept but those that it had by then. */
@Singleton
class ContestHistory {

    private final ContestLog log;

    ContestHistory(ContestLog log) {
        this.log = log;
    }

    /** Of one contest, as far as it has been read. */
    private static final class Past {

        private ContestLife life = ContestLife.UNKNOWN;
        private @Nullable String reason;

        void take(Object event) {
            life = life.evolve(event);
            reason = event instanceof ContestCancelled cancelled ? cancelled.reason() : reason;
        }

        Contest of(BrandId brandId, ContestId contestId) {
            var written = life.ofBrand(brandId).written();
            var shown = life.inForce() == null ? written : life.inForce();
            return new Contest(
                    contestId.value(),
                    life.state(),
                    shown.number(),
                    shown.rules(),
                    written.equals(shown) ? null : written.rules(),
                    reason);
        }
    }

    /** Fails with 404 where the brand had no such contest by then. */
    Uni<Contest> asOf(BrandId brandId, ContestId contestId, AsOf time) {
        var until = time.time();
        var past = new Past();
        return log.life(contestId, (event, at, position) -> {
                    if (!at.isAfter(until)) {
                        past.take(event);
                    }
                })
                .map(read -> past.of(brandId, contestId));
    }
}
