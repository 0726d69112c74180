package io.parvis.eventing.projection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a processor is behind.
 *
 * @param events how many events at most: from the first that concerns it to the head
 * @param age how long ago the first of them was recorded; null if the processor has not begun
 */
record Lag(String processor, long events, @Nullable Duration age) {}
