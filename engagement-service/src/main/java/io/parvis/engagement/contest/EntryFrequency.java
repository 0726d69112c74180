package io.parvis.engagement.contest;

import io.parvis.engagement.contest.ContestRules.Frequency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a fan may enter again. Days and weeks are those of the contest's zone, whatever a clock change makes of their
 * length; weeks begin on Monday (ISO 8601). A rolling window ends to the instant: whoever entered at noon may enter at
 * noon.
 */
public final class EntryFrequency {

    private EntryFrequency() {}

    /**
     * @param earlier when this fan entered before, in any order
     * @return null where the fan may enter now, {@link Instant#MAX} where never again, else when
     */
    public static @Nullable Instant nextEntry(
            @Nullable Frequency frequency, ZoneId zone, List<Instant> earlier, Instant now) {
        if (frequency == null || frequency.mode() == Frequency.Mode.ONCE) {
            return earlier.isEmpty() ? null : Instant.MAX;
        }
        var since = beginning(frequency, zone, now);
        var counted = earlier.stream()
                .filter(entry -> !entry.isBefore(since))
                .sorted()
                .toList();
        if (counted.size() < frequency.times()) {
            return null;
        }
        return switch (frequency.mode()) {
            case ROLLING -> counted.get(counted.size() - frequency.times()).plus(frequency.window());
            case CALENDAR_WEEK -> firstInstant(mondayOf(now, zone).plusWeeks(1), zone);
            default -> firstInstant(dayOf(now, zone).plusDays(1), zone);
        };
    }

    private static Instant beginning(Frequency frequency, ZoneId zone, Instant now) {
        return switch (frequency.mode()) {
            case ROLLING -> now.minus(frequency.window()).plusNanos(1);
            case CALENDAR_WEEK -> firstInstant(mondayOf(now, zone), zone);
            default -> firstInstant(dayOf(now, zone), zone);
        };
    }

    private static LocalDate dayOf(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }

    private static LocalDate mondayOf(Instant now, ZoneId zone) {
        return dayOf(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant firstInstant(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
