package io.parvis.eventing.edge;

import io.parvis.eventing.store.EventStoreDatabase;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Which life of the store positions are of. Another one begins with a restore, and gives positions anew that callers may
 * still hold: whatever carries a position out of the suite names its life.
 */
@ApplicationScoped
public class StoreLife {

    private static final long START_SECONDS = 30;
    private static final int SHORT_NAME = 8;

    private final Pool pool;
    private volatile UUID life = new UUID(0, 0);

    StoreLife(@EventStoreDatabase Pool pool) {
        this.pool = pool;
    }

    /** A life lasts at least as long as a process: a restore is made while none runs. */
    void learn(@Observes @Priority(30) StartupEvent starting) {
        life = pool.query("select life from event_store.life")
                .execute()
                .map(rows -> rows.iterator().next().getUUID(0))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    UUID id() {
        return life;
    }

    /** Its name in what callers send often: eight hexadecimal digits, enough to tell it from those before it. */
    String shortName() {
        return life.toString().substring(0, SHORT_NAME);
    }
}
