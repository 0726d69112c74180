package io.parvis.wire.postgres;

import java.time.Duration;

/**
 * Timeouts of a database connection.
 *
 * @param connect to open a connection, and as long again for the handshake
 * @param answer for the answer to one statement, before its connection is closed; the database itself gives a
 *     statement up after four fifths of that, and waiting for a lock after half of it
 */
public record ConnectionTimeouts(Duration connect, Duration answer) {

    Duration statement() {
        return answer.multipliedBy(4).dividedBy(5);
    }

    Duration lock() {
        return answer.dividedBy(2);
    }
}
