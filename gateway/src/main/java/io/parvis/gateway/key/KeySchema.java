package io.parvis.gateway.key;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Prepares the gateway's schema, before anything is served. Flyway locks, so replicas may start together. */
@ApplicationScoped
class KeySchema {

    static final String NAME = "gateway";

    private static final int CONNECT_RETRIES = 10;

    private final KeyDatabaseConfig database;
    private final InitialKeys initialKeys;

    KeySchema(KeyDatabaseConfig database, InitialKeys initialKeys) {
        this.database = database;
        this.initialKeys = initialKeys;
    }

    void prepare(@Observes @Priority(1) StartupEvent starting) throws SQLException {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .defaultSchema(NAME)
                .locations("classpath:db/gateway")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load()
                .migrate();
        initialKeys.store();
    }
}
