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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Queries the progress of any number of processors at once, over connections of its own, so that it never delays
 * appends or views.
 */
@ApplicationScoped
class ProgressQuery {

    /** Between the events that concern a processor lie others; so many positions are looked at in one query. */
    private static final int SPAN = 20_000;

    /**
     * All in one snapshot: what lies between the tokens and the head, and does not concern the processor, it has seen; of
     * what concerns it, each event belongs to one segment, and that one's token tells. With a single segment the next event
     * is enough. A processor without a token has not begun.
     */
    private static final String SQL = """
            select p.place, h.head, t.segments, t.masks, t.positions, e.position, e.tags, e.age,
              least(h.head, s.skipped + %1$d)
            from (select coalesce(max(position), 0) as head from event_store.event) h
            left join unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as p(processor, seen, names, place)
              on true
            left join lateral (
              select array_agg(segment) as segments, array_agg(mask) as masks,
                array_agg(coalesce(position, 0)) as positions, min(coalesce(position, 0)) as least
              from processor_token where processor = p.processor) t on true
            left join lateral event_store.before_next(
              p.names::text[], greatest(t.least, p.seen), h.head) as s(skipped) on true
            left join lateral (
              select position, tags,
                cast(extract(epoch from clock_timestamp() - recorded_at) * 1000 as bigint) as age
              from event_store.event
              where position > s.skipped and position <= least(h.head, s.skipped + %1$d)
                and name = any (p.names::text[])
              order by position limit case when cardinality(t.segments) = 1 then 1 else %2$d end) e
              on true
            order by p.place, e.position""".formatted(SPAN, ProgressRows.PAGE);

    /** After this the next query takes another connection. */
    private static final long TIMEOUT_MILLIS = 1_000;

    private final Pool pool;

    @Inject
    ProgressQuery(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        this(new EventStoreConnections(vertx, database, config).pool(2));
    }

    ProgressQuery(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param head the newest position
     * @param more whether somebody could not be followed up to there in one query
     * @param lags those who have not begun, or have something before them
     */
    record Found(long head, boolean more, List<Lag> lags) {}

    Future<Found> at(List<ProcessorProgress> processors) {
        var asOf = processors.stream().map(ProcessorProgress::forgotten).toList();
        return pool.preparedQuery(SQL)
                .execute(arguments(processors))
                .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .map(rows -> found(processors, asOf, rows));
    }

    private static Found found(List<ProcessorProgress> processors, List<Integer> asOf, RowSet<Row> rows) {
        long head = 0;
        var byProcessor = new TreeMap<Long, ProgressRows>();
        for (Row row : rows) {
            head = row.getLong(ProgressRows.HEAD);
            var place = row.getLong(ProgressRows.PLACE);
            // Null where nobody is followed: the head alone was asked for.
            if (place != null) {
                int one = (int) (place - 1);
                byProcessor
                        .computeIfAbsent(
                                place, first -> new ProgressRows(processors.get(one), asOf.get(one), new ArrayList<>()))
                        .rows()
                        .add(row);
            }
        }
        var evaluations =
                byProcessor.values().stream().map(ProgressRows::evaluate).toList();
        return new Found(
                head,
                evaluations.stream().anyMatch(ProgressRows.Evaluation::breaksOff),
                evaluations.stream()
                        .map(ProgressRows.Evaluation::lag)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Tuple arguments(List<ProcessorProgress> processors) {
        return Tuple.tuple()
                .addValue(processors.stream().map(ProcessorProgress::processor).toArray(String[]::new))
                .addValue(processors.stream().map(ProcessorProgress::seen).toArray(Long[]::new))
                .addValue(processors.stream().map(ProcessorProgress::events).toArray(String[]::new));
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
