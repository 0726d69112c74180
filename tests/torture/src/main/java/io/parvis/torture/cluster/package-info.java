/**
 * The suite as fault injection needs it, on ports and in a folder of its own: PostgreSQL as durable as it always is, a
 * proxy in front of it that can break every connection in every way, each service once, and engagement-service twice on
 * one schema, so that two processes share processors, segments and boundaries. What is killed is started again.
 */
@NullMarked
package io.parvis.torture.cluster;

import org.jspecify.annotations.NullMarked;
