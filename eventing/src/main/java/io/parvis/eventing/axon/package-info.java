/** Puts Axon together from the parts that stand on their own: the engine, the deciders, the projections. */
@NullMarked
package io.parvis.eventing.axon;

import org.jspecify.annotations.NullMarked;
