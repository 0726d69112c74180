package io.parvis.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The connection to the keys falls mute: nothing passes any more, and nobody is told. */
@Tag("slow")
class UnresponsiveKeyDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private EmbeddedPostgres postgres;
    private ServerSocket proxy;
    private Pool pool;

    /** Connections of an earlier generation are mute. */
    private volatile int generation;

    /** As Quarkus gives it. */
    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.start();
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
        var config = new SmallRyeConfigBuilder()
                .withMapping(KeyDatabaseConfig.class)
                .withDefaultValue("parvis.database.url", "postgresql://localhost:" + proxy.getLocalPort() + "/postgres")
                .withDefaultValue("parvis.database.username", "postgres")
                .withDefaultValue("parvis.database.password", "postgres")
                .withDefaultValue("parvis.database.answer-timeout", "PT1S")
                .build()
                .getConfigMapping(KeyDatabaseConfig.class);
        var options = PgConnectOptions.fromUri(config.url())
                .setUser(config.username())
                .setPassword(config.password());
        pool = new KeyConnections(config).create(new Input(vertx, new PoolOptions().setMaxSize(1), List.of(options)));
    }

    @AfterEach
    void close() throws IOException {
        vertx.close();
        proxy.close();
        postgres.close();
    }

    private void accept() {
        while (!proxy.isClosed()) {
            try {
                var client = proxy.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), postgres.getPort());
                int mine = generation;
                Thread.ofVirtual().start(() -> pass(client, database, mine));
                Thread.ofVirtual().start(() -> pass(database, client, mine));
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void pass(Socket from, Socket to, int itsGeneration) {
        var bytes = new byte[8192];
        try (from;
                to) {
            for (int read; (read = from.getInputStream().read(bytes)) > 0; ) {
                if (itsGeneration == generation) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException closed) {
            // The other side is closed too.
        }
    }

    @Test
    void leavesThePoolOnceAnAnswerIsOverdue() {
        await().atMost(SOON).until(this::answers);
        generation++;

        assertThat(asked()).succeedsWithin(SOON);

        await().atMost(SOON).until(this::answers);
    }

    private boolean answers() {
        return asked().join();
    }

    /** @return whether it was answered */
    private CompletableFuture<Boolean> asked() {
        return pool.query("select 1")
                .execute()
                .map(true)
                .otherwise(false)
                .toCompletionStage()
                .toCompletableFuture();
    }
}
