package io.parvis.eventing.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * While it is open, a service's sessions may be idle in a transaction for a moment only: what would take a million of
 * something to show, a few thousand show. The service is told by the loss of its connections.
 */
public final class ShortTimeoutSessions implements AutoCloseable {

    private final String role;

    public ShortTimeoutSessions(String role, int idleMillis) {
        this.role = role;
        limit("'" + idleMillis + "ms'");
    }

    /** As it is provisioned. */
    @Override
    public void close() {
        limit("'8s'");
    }

    private void limit(String idle) {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var statement = owner.createStatement()) {
            statement.execute("alter role " + role + " set idle_in_transaction_session_timeout = " + idle);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
