package io.parvis.eventing.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Rows of the log that no release of ours would write, put there as an accident or a bad hand would. */
public final class HandWrittenRows {

    private static final String APPEND =
            "select (event_store.append(?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '{}', '{}', '{}'))[1]";

    private HandWrittenRows() {}

    /**
     * A row as it stands in the table.
     *
     * @param tags as they stand there too, {@code key=value}
     */
    public record Row(String name, String version, String payload, String metadata, String... tags) {}

    /** @return its position */
    public static long append(Row row) {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var append = connection.prepareStatement(APPEND)) {
            append.setObject(1, UUID.randomUUID());
            append.setArray(2, connection.createArrayOf("int", new Integer[] {1}));
            append.setArray(3, connection.createArrayOf("uuid", new UUID[] {UUID.randomUUID()}));
            append.setArray(4, texts(connection, row.name()));
            append.setArray(5, texts(connection, row.version()));
            append.setArray(6, bytes(connection, row.payload()));
            append.setArray(7, bytes(connection, row.metadata()));
            append.setArray(8, texts(connection, "{\"" + String.join("\",\"", row.tags()) + "\"}"));
            append.setArray(
                    9,
                    connection.createArrayOf("timestamptz", new OffsetDateTime[] {OffsetDateTime.now(ZoneOffset.UTC)}));
            var rows = append.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.sql.Array texts(Connection connection, String one) throws SQLException {
        return connection.createArrayOf("text", new String[] {one});
    }

    private static java.sql.Array bytes(Connection connection, String one) throws SQLException {
        return connection.createArrayOf("bytea", new byte[][] {one.getBytes(StandardCharsets.UTF_8)});
    }
}
