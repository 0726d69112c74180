/**
 * Fault injection. The whole suite runs under load while its processes are killed and frozen, its connections are cut,
 * stalled and refused, its disk is slow and its views cannot take an event; then everything is healed, and a checker
 * compares what clients were told with what is in the log and in the views. {@code docs/fault-injection.md} tells more.
 */
@NullMarked
package io.parvis.torture;

import org.jspecify.annotations.NullMarked;
