package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.json.Concerns;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When points expire.
 *
 * @param at for {@code fixed}: the instant for all
 * @param days for {@code rolling} after earning, for {@code sliding} after the last activity; rounded up to the end of
 *     the day in the programme's zone, or of the month where there are more than 92
 */
public record PointsExpiry(
        @NotNull Mode mode,
        @Nullable Instant at,
        @Nullable @Min(1) @Max(3650) Integer days) {

    private static final int LONGEST_BY_DAY = 92;

    /** Three ways to end. */
    @Schema(name = "PointsExpiryMode")
    public enum Mode {
        @JsonProperty("fixed")
        FIXED,
        @JsonProperty("rolling")
        ROLLING,
        @JsonProperty("sliding")
        SLIDING
    }

    @Concerns("mode")
    @AssertTrue(message = "fixed takes at, rolling and sliding take days")
    @Schema(hidden = true)
    boolean isComplete() {
        return mode == null || (mode == Mode.FIXED ? at != null && days == null : at == null && days != null);
    }

    /** A lot of points earned now. */
    Lot lot(long points, Instant now, ZoneId zone) {
        return switch (mode) {
            case FIXED -> new Lot(points, at, null);
            case ROLLING -> new Lot(points, daysAfter(now, days, zone), null);
            case SLIDING -> new Lot(points, daysAfter(now, days, zone), days);
        };
    }

    /** Rounded, so that a ledger holds a few hundred lots at most. */
    static Instant daysAfter(Instant now, int days, ZoneId zone) {
        var day = now.atZone(zone).toLocalDate().plusDays(days);
        var end =
                days <= LONGEST_BY_DAY ? day.plusDays(1) : day.withDayOfMonth(1).plusMonths(1);
        return end.atStartOfDay(zone).toInstant();
    }
}
