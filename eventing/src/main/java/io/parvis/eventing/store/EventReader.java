package io.parvis.eventing.store;

import io.parvis.eventing.event.EventFormats;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** Reads single events by their position. */
@ApplicationScoped
public class EventReader {

    private final Pool pool;
    private final RecordedEvents reader;

    EventReader(@EventStoreDatabase Pool pool, EventFormats formats) {
        this.pool = pool;
        this.reader = new RecordedEvents(formats);
    }

    /** Fails where no event stands there. */
    public CompletionStage<RecordedEvent> at(long position) {
        return pool.preparedQuery("select " + RecordedEvents.COLUMNS + " from event_store.event where position = $1")
                .execute(Tuple.of(position))
                .map(rows -> reader.read(rows.iterator().next()))
                .toCompletionStage();
    }
}
