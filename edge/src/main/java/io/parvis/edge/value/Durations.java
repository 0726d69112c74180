package io.parvis.edge.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Durations as ISO 8601 has them: weeks, or days, hours, minutes and seconds. A day is 24 hours. They are written with
 * their days as days, whatever they came as: P2W and PT336H read back as P14D.
 */
public final class Durations {

    /** How a problem names one. */
    public static final String DURATION = "a duration such as P14D, P2W or PT24H";

    private static final Pattern WEEKS = Pattern.compile("[Pp]([0-9]{1,9})[Ww]");
    private static final Pattern OTHERS = Pattern.compile("[Pp](?=[0-9Tt])(?:[0-9]{1,19}[Dd])?"
            + "(?:[Tt](?=[0-9])(?:[0-9]{1,19}[Hh])?(?:[0-9]{1,19}[Mm])?(?:[0-9]{1,19}(?:[.,][0-9]{1,6})?[Ss])?)?");
    private static final int DAYS_OF_A_WEEK = 7;

    private Durations() {}

    /** @throws DateTimeException where it is none */
    public static Duration parse(String text) {
        var weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Duration.ofDays(Long.parseLong(weeks.group(1)) * DAYS_OF_A_WEEK);
        }
        if (!OTHERS.matcher(text).matches()) {
            throw new DateTimeException("not of this form");
        }
        return Duration.parse(text);
    }

    /** @return such as P14D or P1DT12H; PT0S for none */
    public static String text(Duration duration) {
        var days = duration.toDays();
        if (days == 0) {
            return duration.toString();
        }
        var rest = duration.minusDays(days);
        return rest.isZero()
                ? "P" + days + "D"
                : "P" + days + "D" + rest.toString().substring(1);
    }
}
