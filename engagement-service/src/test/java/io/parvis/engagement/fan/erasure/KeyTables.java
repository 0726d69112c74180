package io.parvis.engagement.fan.erasure;

import io.parvis.eventing.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The keys' schema and the database's files, as whoever owns the machine sees them. */
final class KeyTables {

    private KeyTables() {}

    record KeyRow(int bucket, String fanId, byte[] wrapped) {}

    record IndexRow(int bucket, byte[] hash, String indexId) {}

    static List<KeyRow> keys(String fanId) {
        return query("select bucket, fan_id, wrapped from engagement_keys.fan_key where fan_id = '" + fanId + "'")
                .stream()
                .map(row -> new KeyRow(((Number) row[0]).intValue(), (String) row[1], (byte[]) row[2]))
                .toList();
    }

    /** The entries that the log says are the fan's. */
    static List<IndexRow> entries(String fanId) {
        return query("""
                        select distinct b.bucket, b.hash, b.index_id from engagement_keys.blind_index b, event_store.readable_event e
                        where e.payload ->> 'fanId' = '%s'
                          and b.index_id in (e.payload ->> 'externalIndex', e.payload ->> 'emailIndex')""".formatted(fanId)).stream()
                .map(row -> new IndexRow(((Number) row[0]).intValue(), (byte[]) row[1], (String) row[2]))
                .toList();
    }

    /** As a restore of an older backup of the keys would. */
    static void putBack(List<KeyRow> keys, List<IndexRow> entries) {
        try (var owner = owner();
                var key = owner.prepareStatement("insert into engagement_keys.fan_key values (?, ?, ?, now())");
                var entry = owner.prepareStatement("insert into engagement_keys.blind_index values (?, ?, ?, now())")) {
            for (var row : keys) {
                key.setInt(1, row.bucket());
                key.setString(2, row.fanId());
                key.setBytes(3, row.wrapped());
                key.execute();
            }
            for (var row : entries) {
                entry.setInt(1, row.bucket());
                entry.setBytes(2, row.hash());
                entry.setString(3, row.indexId());
                entry.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String... statements) {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Object[]> query(String sql) {
        try (var owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<Object[]>();
            while (rows.next()) {
                var row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files of the database, its log included, that hold these bytes. It goes on working meanwhile. */
    static List<Path> filesWith(byte[] bytes) {
        var folder = Path.of((String) query("show data_directory").getFirst()[0]);
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && holds(file, bytes)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            var content = Files.readAllBytes(file);
            for (int at = 0; at <= content.length - wanted.length; at++) {
                int same = 0;
                while (same < wanted.length && content[at + same] == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
    }
}
