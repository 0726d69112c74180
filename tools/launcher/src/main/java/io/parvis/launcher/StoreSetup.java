package io.parvis.launcher;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.schema.StoreRole;
import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.postgres.Postgres;
import io.parvis.launcher.secret.Secrets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the database, and the event store and the roles in it; what is there already is left as it is. */
public final class StoreSetup {

    /** The database's name. */
    public static final String DATABASE = "parvis";

    /** Held, or the JDK forgets the level that was set on it. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private StoreSetup() {}

    /** @throws LauncherException when it cannot be */
    public static void run(int port, Secrets secrets) {
        FLYWAY.setLevel(Level.WARNING);
        try {
            createDatabase(port, secrets);
            StoreProvisioning.provision(
                    url(port, DATABASE), Postgres.SUPERUSER, secrets.superuserPassword(), clients(secrets));
        } catch (SQLException e) {
            throw new LauncherException("The event store could not be prepared: " + e.getMessage(), e);
        }
    }

    private static List<StoreRole> clients(Secrets secrets) {
        return secrets.servicePasswords().entrySet().stream()
                .map(service -> StoreRole.of(service.getKey(), service.getValue()))
                .map(client ->
                        client.role().equals(Member.ENGAGEMENT.databaseRole()) ? client.destroyingKeys() : client)
                .toList();
    }

    private static void createDatabase(int port, Secrets secrets) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        url(port, "postgres"), Postgres.SUPERUSER, secrets.superuserPassword());
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
