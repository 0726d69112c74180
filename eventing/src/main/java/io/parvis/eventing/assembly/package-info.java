/**
 * Puts together, as beans, the parts that stand on their own: the event store, and on it Axon with the deciders, the
 * projections and the automations.
 */
@NullMarked
package io.parvis.eventing.assembly;

import org.jspecify.annotations.NullMarked;
