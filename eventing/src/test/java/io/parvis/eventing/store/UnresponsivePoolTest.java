package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.testing.CuttingProxy;
import io.parvis.eventing.testing.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All connections of a pool fall mute at once: whoever asks next must not find that out for each of them. */
@Tag("slow")
class UnresponsivePoolTest {

    private static final int CONNECTIONS = 8;

    private final Vertx vertx = Vertx.vertx();
    private final CuttingProxy proxy =
            new CuttingProxy(URI.create(TestDatabase.url()).getPort());
    private Pool pool;

    @BeforeEach
    void open() {
        var settings = new HashMap<>(TestDatabase.configFor("eventing"));
        settings.put("parvis.database.url", "postgresql://localhost:" + proxy.port() + "/postgres");
        settings.put("parvis.event-store.answer-timeout", "PT1S");
        settings.put("parvis.event-store.pool-size", Integer.toString(CONNECTIONS));
        var config = new SmallRyeConfigBuilder()
                .withMapping(EventStoreConfig.class)
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(settings)
                .build();
        pool = EventStoreConnections.pool(
                vertx, config.getConfigMapping(DatabaseConfig.class), config.getConfigMapping(EventStoreConfig.class));
    }

    @AfterEach
    void close() {
        pool.close();
        vertx.close();
        proxy.close();
    }

    @Test
    void isFoundOutOnceAndNotForEachConnection() {
        var busy = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> pool.query("select pg_sleep(0.3)").execute())
                .toList();
        Future.all(busy).toCompletionStage().toCompletableFuture().join();
        proxy.fallMute();

        int inVain = 0;
        while (!answers()) {
            inVain++;
        }

        assertThat(inVain).isBetween(1, CONNECTIONS / 2);
    }

    private boolean answers() {
        return pool.query("select 1")
                .execute()
                .map(true)
                .otherwise(false)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
