package io.parvis.eventing.projection;

import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.store.EventStoreConfig;
import io.parvis.eventing.store.EventStoreConnections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks how far processors have got, any number of them in one query, over connections of its own: neither appends nor
 * views wait for those who wait.
 */
@ApplicationScoped
class ProgressLook {

    /** Between a token and the next event that concerns its processor lie others; so many of them are passed in one query. */
    private static final int SPAN = 20_000;

    /**
     * All in one snapshot: what lies between the token and the head, and does not concern the processor, it has seen.
     * A processor without a token has not begun.
     */
    private static final String SQL = """
            select p.place, t.least, h.head, n.next, n.age, least(h.head, greatest(t.least, p.seen) + %1$d)
            from (select coalesce(max(position), 0) as head from event_store.event) h
            left join unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as p(processor, seen, names, place)
              on true
            left join lateral (
              select min(coalesce(position, 0)) as least from processor_token where processor = p.processor) t on true
            left join lateral (
              select e.position as next,
                cast(extract(epoch from clock_timestamp() - e.recorded_at) * 1000 as bigint) as age
              from event_store.event e
              where e.position > greatest(t.least, p.seen)
                and e.position <= least(h.head, greatest(t.least, p.seen) + %1$d)
                and e.name = any (p.names::text[])
              order by e.position limit 1) n on true""".formatted(SPAN);

    /** A connection that is mute keeps nobody waiting for longer: the next look takes another. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final Pool pool;

    @Inject
    ProgressLook(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        this(new EventStoreConnections(vertx, database, config).pool(2));
    }

    ProgressLook(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param head the newest position
     * @param more whether somebody could not be followed up to there in one query
     * @param behind those who have not begun, or have something before them
     */
    record Found(long head, boolean more, List<Behind> behind) {}

    Future<Found> at(List<Followed> processors) {
        return pool.preparedQuery(SQL)
                .execute(arguments(processors))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(rows -> found(processors, rows));
    }

    private static Found found(List<Followed> processors, RowSet<Row> rows) {
        long head = 0;
        boolean more = false;
        var behind = new ArrayList<Behind>();
        for (Row row : rows) {
            head = row.getLong(2);
            if (row.getLong(0) == null) {
                // Nobody is followed: the head alone was asked for.
                continue;
            }
            var one = processors.get((int) (row.getLong(0) - 1));
            if (row.getLong(1) == null) {
                behind.add(new Behind(one.processor(), head, null));
            } else if (row.getLong(3) != null) {
                one.hasSeen(row.getLong(3) - 1, head);
                behind.add(new Behind(one.processor(), head - row.getLong(3) + 1, Duration.ofMillis(row.getLong(4))));
            } else {
                one.hasSeen(row.getLong(5), head);
                more |= row.getLong(5) < head;
            }
        }
        return new Found(head, more, behind);
    }

    private static Tuple arguments(List<Followed> processors) {
        return Tuple.tuple()
                .addValue(processors.stream().map(Followed::processor).toArray(String[]::new))
                .addValue(processors.stream().map(Followed::seen).toArray(Long[]::new))
                .addValue(processors.stream().map(Followed::events).toArray(String[]::new));
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
