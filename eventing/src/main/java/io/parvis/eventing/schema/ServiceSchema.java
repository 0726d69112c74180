package io.parvis.eventing.schema;

import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.JdbcUrl;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/**
 * Migrates the service's own schemas before anything reads them: first what every service has
 * ({@code db/service-schema}), then its views ({@code db/migration}), then its keys where it has any ({@code db/keys}).
 * Flyway locks, so replicas may start together.
 */
@ApplicationScoped
class ServiceSchema {

    private final DatabaseConfig database;

    ServiceSchema(DatabaseConfig database) {
        this.database = database;
    }

    void migrate(@Observes @Priority(1) StartupEvent starting) {
        migrate(database.username(), "schema_history_processing", "classpath:db/service-schema");
        migrate(database.username(), "schema_history", "classpath:db/migration");
        if (Thread.currentThread().getContextClassLoader().getResource("db/keys") != null) {
            migrate(database.username() + StoreProvisioning.KEYS, "schema_history", "classpath:db/keys");
        }
    }

    private void migrate(String schema, String history, String location) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(JdbcUrl.of(database.url(), limits()), database.username(), database.password())
                .defaultSchema(schema)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations(location)
                .failOnMissingLocations(false)
                .load()
                .migrate();
    }

    private ConnectionTimeouts limits() {
        return new ConnectionTimeouts(database.connectTimeout(), database.upkeepAnswerTimeout());
    }
}
