package io.parvis.eventing.schema;

import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.JdbcUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * Prepares a database for Parvis: the event store's schema, and for each service a login role that owns a schema of
 * its own name and one for keys beside it, may read all events and append its own, nothing more. Run by whoever owns the
 * database, before the services start; running it again changes only what is missing or allowed no longer, and sets the
 * passwords.
 */
public final class StoreProvisioning {

    /** What the name of a service's schema for keys ends in: what makes personal data readable is kept apart from it. */
    public static final String KEYS = "_keys";

    private static final ConnectionTimeouts LIMITS =
            new ConnectionTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(30));

    private StoreProvisioning() {}

    /**
     * @param database it, as {@code jdbc:postgresql://host:port/name}
     * @param adminUser a role that may create roles and schemas
     * @param clients what each service may do; what it might do before and is not named here it may no longer
     * @throws SQLException where the database refuses
     */
    public static void provision(String database, String adminUser, String adminPassword, Collection<StoreRole> clients)
            throws SQLException {
        var jdbcUrl = JdbcUrl.of(database, LIMITS);
        Flyway.configure(StoreProvisioning.class.getClassLoader())
                .dataSource(jdbcUrl, adminUser, adminPassword)
                .schemas("event_store")
                .locations("classpath:db/event-store")
                .load()
                .migrate();
        try (Connection admin = DriverManager.getConnection(jdbcUrl, adminUser, adminPassword)) {
            for (var client : clients) {
                provision(admin, client);
            }
        }
    }

    private static void provision(Connection admin, StoreRole client) throws SQLException {
        var service = client.role();
        var role = quoted(admin, "select quote_ident(?)", service);
        var secret = quoted(admin, "select quote_literal(?)", client.password());
        try (var statement = admin.createStatement()) {
            var known = exists(admin, service);
            statement.execute((known ? "alter role " : "create role ") + role + " login password " + secret);
            statement.execute("grant event_store_client to " + role);
            statement.execute("create schema if not exists " + role + " authorization " + role);
            var keys = quoted(admin, "select quote_ident(?)", service + KEYS);
            statement.execute("create schema if not exists " + keys + " authorization " + role);
            // A frozen process must not hold a segment's row longer than its claim lasts.
            statement.execute("alter role " + role + " set idle_in_transaction_session_timeout = '8s'");
            statement.execute(
                    (client.destroysKeys() ? "grant" : "revoke") + " execute on function event_store.recycle_log "
                            + (client.destroysKeys() ? "to " : "from ") + role);
        }
        permit(admin, client);
    }

    private static void permit(Connection admin, StoreRole client) throws SQLException {
        var namespaces = admin.createArrayOf("text", client.namespaces().toArray());
        try (var add = admin.prepareStatement("insert into event_store.namespace (role, namespace)"
                        + " select ?, unnest(?) on conflict do nothing");
                var remove = admin.prepareStatement(
                        "delete from event_store.namespace where role = ? and namespace <> all (?)")) {
            for (var statement : List.of(add, remove)) {
                statement.setString(1, client.role());
                statement.setArray(2, namespaces);
                statement.executeUpdate();
            }
        }
    }

    private static boolean exists(Connection admin, String role) throws SQLException {
        try (var query = admin.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, role);
            return query.executeQuery().next();
        }
    }

    private static String quoted(Connection admin, String sql, String value) throws SQLException {
        try (var query = admin.prepareStatement(sql)) {
            query.setString(1, value);
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}
