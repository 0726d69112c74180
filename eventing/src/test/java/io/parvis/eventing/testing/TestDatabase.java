package io.parvis.eventing.testing;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.schema.StoreRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One real PostgreSQL for a module's tests, started once, on a free port, provisioned as in production. */
public final class TestDatabase {

    private static final String PASSWORD = "only-for-tests";
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    /** Provisioned for every service. */
    static EmbeddedPostgres start() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            StoreProvisioning.provision(
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "postgres",
                    "postgres",
                    Stream.of("presence", "engagement", "reputation", "eventing", "edge")
                            .map(TestDatabase::client)
                            .toList());
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A service's tests record in the name of the others what those would have recorded. */
    private static StoreRole client(String role) {
        return new StoreRole(role, PASSWORD, Set.of(StoreRole.ANY), true);
    }

    public static String url() {
        return "postgresql://localhost:" + POSTGRES.getPort() + "/postgres";
    }

    public static String jdbcUrl() {
        return "jdbc:" + url();
    }

    public static String password() {
        return PASSWORD;
    }

    /** What a Quarkus service needs to find it, as the given role. */
    public static Map<String, String> configFor(String role) {
        return configFor(url(), role);
    }

    static Map<String, String> configFor(String url, String role) {
        return Map.of(
                "parvis.database.url", url, "parvis.database.username", role, "parvis.database.password", PASSWORD);
    }
}
