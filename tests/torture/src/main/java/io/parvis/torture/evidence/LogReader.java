package io.parvis.torture.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.torture.check.Batch;
import io.parvis.torture.check.LogEvent;
import io.parvis.torture.check.TagRow;
import io.parvis.torture.cluster.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the event store's tables. */
final class LogReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final Database database;

    LogReader(Database database) {
        this.database = database;
    }

    List<LogEvent> log() throws SQLException {
        return database.query(
                "select position, id, name, convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8'), tags,"
                        + " recorded_at from event_store.event order by position",
                LogReader::event);
    }

    private static LogEvent event(ResultSet row) throws SQLException {
        try {
            return new LogEvent(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    JSON.readTree(row.getString(4)),
                    JSON.readValue(row.getString(5), METADATA),
                    List.of((String[]) row.getArray(6).getArray()),
                    instant(row, 7));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event at " + row.getLong(1) + " cannot be read", e);
        }
    }

    Set<TagRow> tags() throws SQLException {
        return new HashSet<>(database.query(
                "select tag, position from event_store.tag", row -> new TagRow(row.getString(1), row.getLong(2))));
    }

    List<Batch> batches() throws SQLException {
        return database.query(
                "select writer, batch, verdicts, last_at from event_store.batch",
                row -> new Batch(
                        row.getString(1),
                        row.getLong(2),
                        List.of((Long[]) row.getArray(3).getArray()),
                        instant(row, 4)));
    }

    long head() throws SQLException {
        return database.number("select coalesce(max(position), 0) from event_store.event");
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
