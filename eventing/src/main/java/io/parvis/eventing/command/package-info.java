/**
 * How a command becomes events. A slice gives a {@link io.parvis.eventing.command.Decider}: which boundary it reads,
 * how events fold into what it needs to know, and a pure decision. Everything around it happens here, once: source the
 * boundary, decide, append on the condition that the boundary has not moved, and decide again where it has. A decider that
 * needs to know more says so ({@link io.parvis.eventing.command.DeciderWithNeeds}); it is fetched outside of the decision, and
 * it is decided again. The store also refuses the second effect of one idempotency key, and the stale version of an If-Match.
 */
@NullMarked
package io.parvis.eventing.command;

import org.jspecify.annotations.NullMarked;
