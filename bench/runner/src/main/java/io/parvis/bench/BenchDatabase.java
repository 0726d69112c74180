package io.parvis.bench;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.schema.StoreRole;
import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.store.EventStoreConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL of one's own that loses nothing: the settings of {@code ./parvis up}, for everybody that is measured. */
public final class BenchDatabase implements AutoCloseable {

    public static final String ROLE = "bench";
    private static final String PASSWORD = "only-for-benchmarks";

    private final Path folder;
    private final EmbeddedPostgres postgres;

    private BenchDatabase(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Starts an empty one, with the event store in it and a schema for each of the roles. */
    public static BenchDatabase start(Path folder, String... roles) {
        return start(folder, Map.of(), roles);
    }

    /** @param extra settings beside those of everybody */
    public static BenchDatabase start(Path folder, Map<String, String> extra, String... roles) {
        try {
            var builder =
                    EmbeddedPostgres.builder().setDataDirectory(folder.toFile()).setCleanDataDirectory(true);
            settings().forEach(builder::setServerConfig);
            extra.forEach(builder::setServerConfig);
            var database = new BenchDatabase(folder, builder.start());
            database.provision(roles);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings() {
        return Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "shared_buffers", "128MB",
                "max_wal_size", "4GB",
                "max_connections", "300");
    }

    private void provision(String... roles) {
        var clients = Stream.of(roles)
                .map(role -> new StoreRole(role, PASSWORD, Set.of(StoreRole.ANY), true))
                .toList();
        try {
            StoreProvisioning.provision(jdbcUrl(), "postgres", "postgres", clients);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The postmaster's; every connection's process is a child of it. */
    public long pid() {
        var pidFile = folder.resolve("postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "postgresql://localhost:" + port() + "/postgres";
    }

    public String jdbcUrl() {
        return "jdbc:" + url();
    }

    public String password() {
        return PASSWORD;
    }

    /** As whoever owns the database. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
    }

    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role, PASSWORD);
    }

    public void execute(String sql) {
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql) {
        try (var owner = asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String version() {
        try (var owner = asOwner()) {
            return owner.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DatabaseConfig config(String role) {
        return config(role, Map.of()).getConfigMapping(DatabaseConfig.class);
    }

    public EventStoreConfig storeConfig(Map<String, String> changes) {
        return config(ROLE, changes).getConfigMapping(EventStoreConfig.class);
    }

    private io.smallrye.config.SmallRyeConfig config(String role, Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .withMapping(EventStoreConfig.class)
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(Map.of(
                        "parvis.database.url", url(),
                        "parvis.database.username", role,
                        "parvis.database.password", PASSWORD))
                .withDefaultValues(changes)
                .build();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
