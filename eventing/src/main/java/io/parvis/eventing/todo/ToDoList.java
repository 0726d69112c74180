package io.parvis.eventing.todo;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The list, as projections write it: in the transaction of their view and their token. */
public final class ToDoList {

    private ToDoList() {}

    /** There is one time for a kind and subject: a later call moves it. */
    public static Uni<Void> put(Mutiny.Session session, String kind, String subject, Instant dueAt) {
        return session.createNativeQuery("""
                        insert into to_do (kind, subject, due_at) values (?1, ?2, ?3)
                        on conflict (kind, subject)
                        do update set due_at = excluded.due_at, not_before = '-infinity', attempts = 0""")
                .setParameter(1, kind)
                .setParameter(2, subject)
                .setParameter(3, dueAt)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * The same for many subjects, in one statement however many they are: a call for each would write all that the session
     * holds each time.
     *
     * @param subjects a query of the service's own views for them; its parameters are {@code ?3} and so on
     */
    public static Uni<Void> putAll(
            Mutiny.Session session, String kind, Instant dueAt, String subjects, Object... parameters) {
        var query = session.createNativeQuery("""
                        insert into to_do (kind, subject, due_at)
                        select cast(?1 as text), found.subject, cast(?2 as timestamptz) from (%s) as found (subject)
                        on conflict (kind, subject)
                        do update set due_at = excluded.due_at, not_before = '-infinity', attempts = 0""".formatted(subjects))
                .setParameter(1, kind)
                .setParameter(2, dueAt);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 3, parameters[i]);
        }
        // What the views are about to hold is found as well.
        return session.flush().chain(query::executeUpdate).replaceWithVoid();
    }

    /** It happened, or need not happen any more. */
    public static Uni<Void> done(Mutiny.Session session, String kind, String subject) {
        return session.createNativeQuery("delete from to_do where kind = ?1 and subject = ?2")
                .setParameter(1, kind)
                .setParameter(2, subject)
                .executeUpdate()
                .replaceWithVoid();
    }
}
