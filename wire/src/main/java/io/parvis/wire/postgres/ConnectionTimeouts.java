package io.parvis.wire.postgres;

import java.time.Duration;

/**
 * How long is waited for a database.
 *
 * @param connect for a connection to be opened, and as long again for the database's greeting
 * @param answer for the answer to one statement, before its connection is closed; the database itself gives a statement
 *     up after four fifths of that, and waiting for a lock after half of it
 */
public record ConnectionTimeouts(Duration connect, Duration answer) {

    Duration statement() {
        return answer.multipliedBy(4).dividedBy(5);
    }

    Duration lock() {
        return answer.dividedBy(2);
    }
}
