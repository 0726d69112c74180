/**
 * The checker: pure functions from what clients saw and what is in the database to what does not fit. It knows nothing
 * of how either came about, so that it can be tested by planting faults into evidence that is good.
 */
@NullMarked
package io.parvis.torture.check;

import org.jspecify.annotations.NullMarked;
