package io.parvis.engagement.contest.write.moderate;

import io.parvis.eventing.edge.NotFound;
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

    EntryLocator(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Fails with 404 where there is no such entry yet. */
    Uni<String> fanOf(String contestId, String entryId) {
        return sessions.withSession(session -> session.createNativeQuery(
                                "select fan_id from entry where entry_id = ?1 and contest_id = ?2", String.class)
                        .setParameter(1, entryId)
                        .setParameter(2, contestId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("entry"));
    }
}
