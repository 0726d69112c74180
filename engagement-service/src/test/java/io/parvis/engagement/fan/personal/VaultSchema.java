package io.parvis.engagement.fan.personal;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** A schema of keys of a test's own: what it does with keys is nobody else's business. */
record VaultSchema(String username) implements DatabaseConfig {

    static VaultSchema fresh(String name) {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var statement = owner.createStatement()) {
            statement.execute("create schema " + name + StoreProvisioning.KEYS + " authorization engagement");
            return new VaultSchema(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param version of the schema: {@code latest}, or that of a release before */
    VaultSchema migrated(String version) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password())
                .defaultSchema(username + StoreProvisioning.KEYS)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/keys")
                .target(version)
                .load()
                .migrate();
        return this;
    }

    /** The number that a query over its tables tells. */
    long count(String query) {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var statement = owner.createStatement()) {
            statement.execute("set search_path to " + username + StoreProvisioning.KEYS);
            var rows = statement.executeQuery(query);
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url() {
        return TestDatabase.url();
    }

    @Override
    public String password() {
        return TestDatabase.password();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration viewAnswerTimeout() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration upkeepAnswerTimeout() {
        return Duration.ofMinutes(10);
    }
}
