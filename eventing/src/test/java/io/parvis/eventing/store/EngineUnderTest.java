package io.parvis.eventing.store;

import io.parvis.eventing.event.EventFormats;
import io.parvis.eventing.event.EventJson;
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
        return new SmallRyeConfigBuilder()
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(TestDatabase.configFor("eventing"))
                .build()
                .getConfigMapping(DatabaseConfig.class);
    }

    static Pool pool(Vertx vertx) {
        return EventStoreConnections.pool(vertx, database(), config(Map.of()));
    }

    static PostgresEventStorageEngine engine(Vertx vertx) {
        return new PostgresEventStorageEngine(
                vertx, database(), pool(vertx), CONVERTER, new EventFormats(List.of()), config(Map.of()));
    }
}
