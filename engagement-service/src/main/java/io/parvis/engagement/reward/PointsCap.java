package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many points a fan may earn in one calendar period of the programme's zone; weeks begin on Monday. */
public record PointsCap(
        @Min(1) @Max(1_000_000_000) long points, @NotNull Period period) {

    /** Of the calendar. */
    @Schema(name = "PointsCapPeriod")
    public enum Period {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }

    /**
     * What was earned in a period.
     *
     * @param from its first day
     */
    public record Use(Period period, LocalDate from, long points) {}

    /** The use of the period in which now lies, as far as the ledger knows one. */
    Use use(Ledger ledger, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var from = switch (period) {
            case DAY -> today;
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.withDayOfMonth(1);
        };
        var known = ledger.capUse();
        return known != null && known.period() == period && known.from().equals(from)
                ? known
                : new Use(period, from, 0);
    }
}
