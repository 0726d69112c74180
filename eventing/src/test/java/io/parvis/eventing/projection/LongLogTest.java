package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.store.EventStoreConfig;
import io.parvis.eventing.store.EventStoreConnections;
import io.parvis.eventing.testing.LongLog;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far behind a processor is, is told at once also where a long log lies behind its token. */
@Tag("slow")
class LongLogTest {

    private static final String NAME = "test.rare";

    private final ProcessorProgress rare =
            new ProcessorProgress(new RivalProcessorsTest.Seen(NAME), Set.of(new QualifiedName("test", "Rare")));

    @Test
    void aProcessorOfRareEventsIsFollowedToTheHeadInOneLook() throws SQLException, IOException {
        var vertx = Vertx.vertx();
        try (var log = new LongLog()) {
            log.add(100_000, "'test.Common'");
            addToken(log);
            var look = new ProgressQuery(connections(vertx, log).pool(1));

            var found = look.at(List.of(rare))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            assertThat(found.more()).isFalse();
            assertThat(found.lags()).isEmpty();
            assertThat(rare.seen()).isEqualTo(found.head()).isEqualTo(100_000);
            look.close();
        } finally {
            vertx.close();
        }
    }

    private static EventStoreConnections connections(Vertx vertx, LongLog log) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(DatabaseConfig.class)
                .withMapping(EventStoreConfig.class)
                .withDefaultValues(log.config())
                .build();
        return new EventStoreConnections(
                vertx, config.getConfigMapping(DatabaseConfig.class), config.getConfigMapping(EventStoreConfig.class));
    }

    private void addToken(LongLog log) throws SQLException, IOException {
        try (var owner = log.asOwner();
                var statement = owner.createStatement();
                var script = getClass().getClassLoader().getResourceAsStream("db/service-schema/V1__processing.sql")) {
            statement.execute("set role eventing");
            statement.execute("set search_path = eventing");
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("insert into processor_token (processor, segment, mask, position) values ('%s', 0, 0, 0)"
                    .formatted(NAME));
        }
    }
}
