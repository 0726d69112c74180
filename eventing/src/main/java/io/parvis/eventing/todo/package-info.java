/**
 * What happens because time passes: closing a contest, expiring points. A projection keeps the to-do list, a queue
 * ordered by deadline; replicas share it, take what is due and send its command. Late is fine, twice is not: the
 * command carries an idempotency key, and its decision looks at the events rather than at the list.
 */
@NullMarked
package io.parvis.eventing.todo;

import org.jspecify.annotations.NullMarked;
