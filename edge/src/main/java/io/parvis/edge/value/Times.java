package io.parvis.edge.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 has them, and no others: with seconds, an offset in hours and minutes, in the years 1 to 9999 also
 * once they are in UTC. What is finer than a microsecond is cut off on input, so that an event has the time that a view
 * can keep. A leap second is not taken, since no clock of ours has one.
 */
public final class Times {

    /** How a problem names such a time. */
    public static final String INSTANT = "a time such as 2026-07-04T10:00:00Z, in the years 1 to 9999 in UTC";

    public static final String DATE = "a date such as 2026-07-04, in the years 1 to 9999";
    public static final String LOCAL = "a local time such as 2026-07-04T10:00:00, in the years 1 to 9999";

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DATES = Pattern.compile(DAY);
    private static final Pattern TIMES = Pattern.compile("(" + DAY + "[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,6})?)"
            + "(?:(?<=\\.[0-9]{6})[0-9]++)?([Zz]|[+-][0-9]{2}:[0-9]{2})?");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /** Whether it has a year of four digits in UTC, so that every reader of RFC 3339 can read it. */
    public static boolean isWithinRange(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(END);
    }

    /** @throws DateTimeException where it is none */
    public static Instant instant(String text) {
        var parts = TIMES.matcher(text);
        if (!parts.matches() || parts.group(2) == null) {
            throw new DateTimeException("not of this form");
        }
        var time = OffsetDateTime.parse(parts.group(1) + parts.group(2)).toInstant();
        if (!isWithinRange(time)) {
            throw new DateTimeException("beyond the years 1 to 9999");
        }
        return time;
    }

    /** @throws DateTimeException where it is none */
    public static LocalDate date(String text) {
        if (!DATES.matcher(text).matches()) {
            throw new DateTimeException("not of this form");
        }
        return fromYearOne(LocalDate.parse(text));
    }

    /** @throws DateTimeException where it is none */
    public static LocalDateTime local(String text) {
        var parts = TIMES.matcher(text);
        if (!parts.matches() || parts.group(2) != null) {
            throw new DateTimeException("not of this form");
        }
        return fromYearOne(LocalDateTime.parse(parts.group(1)));
    }

    private static <T extends Temporal> T fromYearOne(T time) {
        if (time.get(ChronoField.YEAR) < 1) {
            throw new DateTimeException("beyond the years 1 to 9999");
        }
        return time;
    }
}
