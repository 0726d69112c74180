/** Brands as reputation-service knows them, from what presence-service published in the event store. */
@NullMarked
package io.parvis.reputation.brand;

import org.jspecify.annotations.NullMarked;
