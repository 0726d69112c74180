package io.parvis.eventing.testing;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.schema.StoreRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A database of its own whose log is long, as after years, so that no other test has to read it. */
public final class LongLog implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";

    private final EmbeddedPostgres postgres;

    public LongLog() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            StoreProvisioning.provision(
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "postgres",
                    "postgres",
                    List.of(new StoreRole("eventing", PASSWORD, Set.of(StoreRole.ANY), false)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a service needs to find it. */
    public Map<String, String> config() {
        return Map.of(
                "parvis.database.url",
                "postgresql://localhost:" + postgres.getPort() + "/postgres",
                "parvis.database.username",
                "eventing",
                "parvis.database.password",
                PASSWORD);
    }

    public Connection asOwner() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /**
     * With triggers off, as after a repair by hand.
     *
     * @param name an SQL expression of the event's place {@code n}, counted from 1 in what is added
     * @return the position of the last one
     */
    public long add(int events, String name) {
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into event_store.event
                    select head + n, gen_random_uuid(), %s, '1', '{}', '{}', '{}', clock_timestamp(), clock_timestamp()
                    from (select coalesce(max(position), 0) as head from event_store.event) h, generate_series(1, %d) n""".formatted(name, events));
            return head();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long head() throws SQLException {
        try (var owner = asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select coalesce(max(position), 0) from event_store.event")) {
            rows.next();
            return rows.getLong(1);
        }
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
