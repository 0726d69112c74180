/**
 * Connections to PostgreSQL with timeouts. A connection closes itself when a response is overdue, so that an
 * unresponsive one neither keeps callers waiting nor returns to a pool.
 */
@NullMarked
package io.parvis.wire.postgres;

import org.jspecify.annotations.NullMarked;
