package io.parvis.engagement.contest.write.moderate;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.projection.Positions;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whose an entry is: that never changes, so asking a view is as good as asking the log, and it spares a tag on every
 * entry. The decision then finds the entry among the fan's, or finds it is not there.
 */
@Singleton
class EntryLocator {

    private final Mutiny.SessionFactory sessions;
    private final Positions positions;

    EntryLocator(Mutiny.SessionFactory sessions, Positions positions) {
        this.sessions = sessions;
        this.positions = positions;
    }

    /** Fails with 404 where there is no such entry, also not after the view has heard of all that is recorded by now. */
    Uni<FanId> fanOf(ContestId contestId, EntryId entryId) {
        return find(contestId, entryId)
                .onItem()
                .ifNull()
                .switchTo(() -> positions
                        .reachedHead("engagement.entries")
                        .plug(ContextExecutor::emitOnCaller)
                        .chain(() -> find(contestId, entryId)))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("entry"));
    }

    private Uni<FanId> find(ContestId contestId, EntryId entryId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select fan_id from entry where entry_id = ?1 and contest_id = ?2", String.class)
                .setParameter(1, entryId.value())
                .setParameter(2, contestId.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .transform(FanId::new));
    }
}
