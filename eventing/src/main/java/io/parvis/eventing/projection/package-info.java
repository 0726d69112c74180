/**
 * How events become views and reactions. A projection's changes and its place in the log are committed in one
 * database transaction, so that after a crash nothing is lost or counted twice. An event that cannot be handled is
 * retried, then parked (a sequenced dead letter queue) with all later events of its sequence, until an operator
 * retries or discards it.
 */
@NullMarked
package io.parvis.eventing.projection;

import org.jspecify.annotations.NullMarked;
