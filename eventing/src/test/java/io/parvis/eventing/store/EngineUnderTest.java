package io.parvis.eventing.store;

import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.testing.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** An engine as a service has it, without the service around it. */
final class EngineUnderTest {

    /** Axon's suite has texts for payloads, which its general converter leaves as they are. */
    static final EventConverter CONVERTER =
            new DelegatingEventConverter(new DelegatingMessageConverter(new JacksonConverter(EventJson.mapper())));

    private EngineUnderTest() {}

    static EventStoreConfig config(Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .withMapping(EventStoreConfig.class)
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(TestDatabase.configFor("eventing"))
                .withDefaultValues(changes)
                .build()
                .getConfigMapping(EventStoreConfig.class);
    }

    static DatabaseConfig database() {
        return database(TestDatabase.configFor("eventing"));
    }

    static DatabaseConfig database(Map<String, String> config) {
        return new SmallRyeConfigBuilder()
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(config)
                .build()
                .getConfigMapping(DatabaseConfig.class);
    }

    static Pool pool(Vertx vertx, Map<String, String> database) {
        return EventStoreConnections.pool(vertx, database(database), config(Map.of()));
    }

    static Pool pool(Vertx vertx) {
        return EventStoreConnections.pool(vertx, database(), config(Map.of()));
    }

    /** On another database than the module's. */
    static PostgresEventStorageEngine engine(Vertx vertx, DatabaseConfig database) {
        return new PostgresEventStorageEngine(
                vertx,
                database,
                EventStoreConnections.pool(vertx, database, config(Map.of())),
                CONVERTER,
                new UpcasterChain(List.of()),
                config(Map.of()));
    }

    static PostgresEventStorageEngine engine(Vertx vertx) {
        return new PostgresEventStorageEngine(
                vertx, database(), pool(vertx), CONVERTER, new UpcasterChain(List.of()), config(Map.of()));
    }
}
