package io.parvis.eventing.todo;

import io.parvis.eventing.store.EventStoreDatabase;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The to-do list in the database. A row that one replica has taken is invisible to others until its lease expires. */
@ApplicationScoped
class ToDoTable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Pool pool;
    private final Clock clock;
    private final ToDoConfig config;

    ToDoTable(@EventStoreDatabase Pool pool, Clock clock, ToDoConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /** @param attempts how often it was taken, this time included */
    record ToDo(String kind, String subject, OffsetDateTime dueAt, int attempts) {}

    /**
     * Takes what has been due longest.
     *
     * @param overdue how long it must have been due
     */
    Future<List<ToDo>> take(List<String> kinds, int atMost, Duration overdue) {
        return pool.preparedQuery("""
                        update to_do t set not_before = $2, attempts = attempts + 1
                        from (select kind, subject from to_do
                              where greatest(due_at, not_before) <= $1 and kind = any ($3)
                              order by greatest(due_at, not_before) limit $4 for update skip locked) due
                        where t.kind = due.kind and t.subject = due.subject
                        returning t.kind, t.subject, t.due_at, t.attempts""")
                .execute(Tuple.of(in(overdue.negated()), in(config.lease()), kinds.toArray(String[]::new), atMost))
                .map(rows -> {
                    var taken = new ArrayList<ToDo>(rows.size());
                    for (Row row : rows) {
                        taken.add(new ToDo(
                                row.getString(0), row.getString(1), row.getOffsetDateTime(2), row.getInteger(3)));
                    }
                    return taken;
                });
    }

    /** Nobody else takes it for another lease. */
    Future<Void> renew(ToDo taken) {
        return pool.preparedQuery(
                        "update to_do set not_before = $4 where kind = $1 and subject = $2 and due_at = $3 and attempts = $5")
                .execute(Tuple.of(taken.kind(), taken.subject(), taken.dueAt(), in(config.lease()), taken.attempts()))
                .mapEmpty();
    }

    /**
     * Where it was put off or brought forward meanwhile, it stays; and where the log has lost since what came of it.
     *
     * @param life of the store in which it was carried out
     * @param effect the position up to which what came of it is recorded
     */
    Future<Void> done(ToDo done, UUID life, long effect) {
        return pool.preparedQuery("""
                        delete from to_do where kind = $1 and subject = $2 and due_at = $3
                          and (select life from event_store.life) = $4
                          and (select coalesce(max(position), 0) from event_store.event) >= $5""")
                .execute(Tuple.of(done.kind(), done.subject(), done.dueAt(), life, effect))
                .mapEmpty();
    }

    /** Waits twice as long after each attempt. */
    Future<Void> again(ToDo failed) {
        var wait = Duration.ofSeconds(1L << Math.min(failed.attempts(), 10));
        return pool.preparedQuery("update to_do set not_before = $4 where kind = $1 and subject = $2 and due_at = $3")
                .execute(Tuple.of(
                        failed.kind(),
                        failed.subject(),
                        failed.dueAt(),
                        in(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)))
                .mapEmpty();
    }

    /** Leaves it to another replica, as if it had not been taken; what else is due goes first. */
    Future<Void> leave(ToDo left) {
        return pool.preparedQuery("""
                        update to_do set not_before = $4, attempts = attempts - 1
                        where kind = $1 and subject = $2 and due_at = $3""")
                .execute(Tuple.of(left.kind(), left.subject(), left.dueAt(), in(Duration.ZERO)))
                .mapEmpty();
    }

    private OffsetDateTime in(Duration wait) {
        return clock.instant().plus(wait).atOffset(ZoneOffset.UTC);
    }
}
