package io.parvis.eventing.store;

import io.parvis.eventing.event.UpcasterChain;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Reads the log for those who show it rather than decide on it. */
public final class EventReader {

    private final Pool pool;
    private final EventRowMapper reader;

    public EventReader(Pool pool, UpcasterChain upcasters) {
        this.pool = pool;
        this.reader = new EventRowMapper(upcasters);
    }

    /** Fails where no event stands there. */
    public CompletionStage<RecordedEvent> at(long position) {
        return pool.preparedQuery("select " + EventRowMapper.COLUMNS + " from event_store.event where position = $1")
                .execute(Tuple.of(position))
                .map(rows -> reader.read(rows.iterator().next()))
                .toCompletionStage();
    }

    /** Those that stand at these positions, in their order; at none where there is none. */
    public CompletionStage<List<RecordedEvent>> at(Collection<Long> positions) {
        return pool.preparedQuery("select " + EventRowMapper.COLUMNS
                        + " from event_store.event where position = any ($1) order by position")
                .execute(Tuple.of(positions.toArray(Long[]::new)))
                .map(this::read)
                .toCompletionStage();
    }

    /** How many carry a tag and stand before a position. */
    public CompletionStage<Long> count(Tag tag, long until) {
        return pool.preparedQuery("select count(*) from event_store.tag where tag = $1 and position < $2")
                .execute(Tuple.of(TagText.of(tag), until))
                .map(rows -> rows.iterator().next().getLong(0))
                .toCompletionStage();
    }

    /** The position of the newest event; 0 while there is none. Whatever stands there or before can be read. */
    public CompletionStage<Long> head() {
        return pool.preparedQuery("select coalesce(max(position), 0) from event_store.event")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .toCompletionStage();
    }

    /**
     * Events that carry a tag, in their order.
     *
     * @param after the position behind which to begin; 0 for the first
     * @param atMost how many; ask again after the last one for more
     */
    public CompletionStage<List<RecordedEvent>> tagged(Tag tag, long after, int atMost) {
        return pool.preparedQuery("""
            select %s from (select position from event_store.tag where tag = $1 and position > $2
              order by position limit $3) t join event_store.event using (position) order by position\
            """.formatted(EventRowMapper.COLUMNS))
                .execute(Tuple.of(TagText.of(tag), after, atMost))
                .map(this::read)
                .toCompletionStage();
    }

    private List<RecordedEvent> read(RowSet<Row> rows) {
        var events = new ArrayList<RecordedEvent>(rows.size());
        rows.forEach(row -> events.add(reader.read(row)));
        return events;
    }
}
