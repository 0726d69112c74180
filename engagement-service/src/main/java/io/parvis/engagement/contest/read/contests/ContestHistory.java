package io.parvis.engagement.contest.read.contests;

import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.eventing.edge.AsOf;
import io.parvis.eventing.edge.Ids;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** What a contest was at some time: its life read again up to then. */
@Singleton
class ContestHistory {

    /** A life has a handful of events; nobody rewrites rules that often. */
    private static final int LONGEST_LIFE = 10_000;

    private final EventReader log;
    private final EventConverter converter;

    ContestHistory(EventReader log, EventConverter converter) {
        this.log = log;
        this.converter = converter;
    }

    /** Fails with 404 where the brand had no such contest by then. */
    Uni<Contest> asOf(String brandId, String contestId, AsOf time) {
        var life = ContestTags.life(Ids.valid(contestId, "contest"));
        return Uni.createFrom()
                .completionStage(() -> log.tagged(life, 0, LONGEST_LIFE))
                .map(events -> contest(
                        brandId, contestId, events.stream().filter(time::covers).toList()));
    }

    private Contest contest(String brandId, String contestId, List<RecordedEvent> events) {
        var life = ContestLife.UNKNOWN;
        String reason = null;
        for (var recorded : events) {
            var event = read(contestId, recorded);
            if (event != null) {
                life = life.evolve(event);
                reason = event instanceof ContestCancelled cancelled ? cancelled.reason() : reason;
            }
        }
        var written = life.ofBrand(brandId).written();
        var shown = life.inForce() == null ? written : life.inForce();
        return new Contest(
                contestId,
                life.state(),
                shown.number(),
                shown.rules(),
                written.equals(shown) ? null : written.rules(),
                reason);
    }

    private @Nullable Object read(String contestId, RecordedEvent recorded) {
        for (var type : ContestLife.of(contestId).events()) {
            if (EventType.of(type).qualifiedName().equals(recorded.type().qualifiedName())) {
                return recorded.payloadAs(type, converter);
            }
        }
        return null;
    }
}
