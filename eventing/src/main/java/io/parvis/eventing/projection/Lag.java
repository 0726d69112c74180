package io.parvis.eventing.projection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A processor that has something before it.
 *
 * @param events how many, at the most: from the first that concerns it to the newest of all
 * @param age how long ago the first of them was recorded; null where the processor has not begun
 */
record Lag(String processor, long events, @Nullable Duration age) {}
