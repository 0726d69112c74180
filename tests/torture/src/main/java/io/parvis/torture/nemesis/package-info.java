/**
 * What goes wrong: processes die and freeze, connections break at every stage, the disk is slow, a view cannot take an
 * event. Kills come at a steady rate; the rest comes beside them, several kinds at once, by dice whose seed is known.
 */
@NullMarked
package io.parvis.torture.nemesis;

import org.jspecify.annotations.NullMarked;
