package io.parvis.torture.cluster;

import io.parvis.launcher.StoreSetup;
import io.parvis.launcher.postgres.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** PostgreSQL as its owner, straight and not through the proxy. */
public final class Database {

    private static final int FETCHED_AT_ONCE = 5_000;

    private final int port;
    private final String password;

    Database(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /** Reads one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        try (var connection = open()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                var rows = statement.executeQuery(sql);
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }

    /** The first column of the first row. */
    public long number(String sql) throws SQLException {
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    /** Carries out each by itself; waits for no lock longer than two seconds. */
    public void execute(String... statements) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '2s'");
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Postgres.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "torture");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + StoreSetup.DATABASE, properties);
    }
}
