package io.parvis.engagement.reward;

import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Points that expire together.
 *
 * @param expiresAt null where they never do
 * @param slidingDays how many days after the fan's last activity; null where activity does not prolong them
 */
@Schema(name = "PointsLot")
public record Lot(
        long points, @Nullable Instant expiresAt, @Nullable Integer slidingDays) {

    /** Whether their time has come. */
    boolean due(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    Lot of(long other) {
        return new Lot(other, expiresAt, slidingDays);
    }

    Lot prolonged(Instant now, ZoneId zone) {
        return slidingDays == null || due(now)
                ? this
                : new Lot(points, PointsExpiry.daysAfter(now, slidingDays, zone), slidingDays);
    }
}
