package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A {@code Parvis-Position}, which a service answers to once it has seen so much. */
record PositionMark(String text) {

    private static final int BYTES = 24;
    private static final int OK = 200;
    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    static PositionMark ofHead(BenchDatabase database) throws SQLException {
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select life, (select max(position) from event_store.event) from event_store.life")) {
            row.next();
            var life = row.getObject(1, UUID.class);
            return new PositionMark(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(BYTES)
                            .putLong(life.getMostSignificantBits())
                            .putLong(life.getLeastSignificantBits())
                            .putLong(row.getLong(2))
                            .array()));
        }
    }

    /** Asks for what waits for all processors. */
    void awaitSeen(ServiceProcess service, CallerToken token) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!isSeen(service, token)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("It does not get to the end of the log");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isSeen(ServiceProcess service, CallerToken token) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:%d/v1/operations/any/parked-events".formatted(service.port()))
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("Authorization", token.get());
            connection.setRequestProperty("Parvis-Position", text);
            return connection.getResponseCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
