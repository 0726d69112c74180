/**
 * Brands as every service knows them: from what presence-service publishes, in the event store. A decision reads those
 * events in its own append condition, so it is exact; a list asks the view, which is a moment behind.
 */
@NullMarked
package io.parvis.edge.brand;

import org.jspecify.annotations.NullMarked;
