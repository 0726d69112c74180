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

    /** It happened, or need not happen any more. */
    public static Uni<Void> done(Mutiny.Session session, String kind, String subject) {
        return session.createNativeQuery("delete from to_do where kind = ?1 and subject = ?2")
                .setParameter(1, kind)
                .setParameter(2, subject)
                .executeUpdate()
                .replaceWithVoid();
    }
}
