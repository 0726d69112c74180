/**
 * A watch is a saved query on what people say. One is added by itself for the name of every contest that a brand
 * publishes, so that what is said of the contest is found.
 */
@NullMarked
package io.parvis.reputation.watch;

import org.jspecify.annotations.NullMarked;
