package io.parvis.engagement.reward;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fan's tier is judged by, whatever the programme says of periods now or will say. Points qualify when they are
 * earned; an adjustment puts right what was earned, either way. Burning and expiry take nothing from it.
 *
 * @param lifetime all that ever qualified
 * @param months what did in each of the last {@value TierScheme#MOST_MONTHS} months and the current one, as far as
 *     anything did; months of the programme's zone
 * @param tier null where the fan has none
 */
public record Standing(
        long lifetime,
        SortedMap<YearMonth, Long> months,
        @Nullable Held tier) {

    public static final Standing NONE = new Standing(0, new TreeMap<>(), null);

    public Standing {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /**
     * A tier that a fan has.
     *
     * @param keepsUntil the end of grace if nothing more is earned; null where the tier is for good
     */
    public record Held(String code, Instant since, @Nullable Instant keepsUntil) {

        boolean isOver(Instant at) {
            return keepsUntil != null && !keepsUntil.isAfter(at);
        }

        /** A grace that runs is not prolonged. */
        Held untilAtLatest(Instant end) {
            return keepsUntil != null && keepsUntil.isBefore(end) ? this : new Held(code, since, end);
        }
    }

    /** Points of which nobody knows when they were earned. */
    Standing counted(long points) {
        return new Standing(Math.addExact(lifetime, points), months, tier);
    }

    /** Points earned, or taken away, in that month. */
    Standing counted(long points, YearMonth month) {
        var counted = new TreeMap<>(months.tailMap(month.minusMonths(TierScheme.MOST_MONTHS)));
        counted.merge(month, points, Long::sum);
        return new Standing(Math.addExact(lifetime, points), counted, tier);
    }

    Standing holding(@Nullable Held other) {
        return new Standing(lifetime, months, other);
    }

    /** Of the months from one to the other, both counted. */
    long sum(YearMonth from, YearMonth to) {
        return months.subMap(from, to.plusMonths(1)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
