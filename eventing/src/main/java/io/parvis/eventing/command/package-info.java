/**
 * How a command becomes events. A slice gives a {@link io.parvis.eventing.command.Decider}: which boundary it reads,
 * how events fold into what it needs to know, and a pure decision. Everything around it happens here, once: source
 * the boundary, decide, append on the condition that no other event of the boundary was recorded, and retry on a
 * conflict. A decider that needs more declares it ({@link io.parvis.eventing.command.DeciderWithNeeds}): it is
 * fetched outside of the decision, which is then made again. The store also refuses a second execution under one
 * idempotency key, and a stale If-Match.
 */
@NullMarked
package io.parvis.eventing.command;

import org.jspecify.annotations.NullMarked;
