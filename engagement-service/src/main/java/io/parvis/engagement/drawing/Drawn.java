package io.parvis.engagement.drawing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The drawing itself.
 *
 * @param seed now revealed
 * @param beacon present exactly where the publication names one; {@link Beacon#admits} its round
 * @param at when the store recorded it
 * @param position where
 */
public record Drawn(Seed seed, @Nullable BeaconValue beacon, Instant at, long position) {}
