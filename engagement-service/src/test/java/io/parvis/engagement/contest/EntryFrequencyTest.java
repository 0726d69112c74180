package io.parvis.engagement.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Frequency.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryFrequencyTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void letsInOnceAndNeverAgain() {
        assertThat(next(null, "2026-07-04T10:00:00Z")).isNull();
        assertThat(next(null, "2036-07-04T10:00:00Z", "2026-07-04T10:00:00Z")).isEqualTo(Instant.MAX);
    }

    @Test
    void knowsTheDayOfTwentyThreeHours() {
        var daily = new Frequency(Mode.CALENDAR_DAY, 1, null);
        // Clocks go forward on 2026-03-29 in Paris: the day runs from 23:00Z to 22:00Z.
        assertThat(next(daily, "2026-03-29T21:59:59Z", "2026-03-28T23:00:00Z")).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(next(daily, "2026-03-29T22:00:00Z", "2026-03-28T23:00:00Z")).isNull();
        assertThat(next(daily, "2026-03-28T23:00:00Z", "2026-03-28T22:59:59Z")).isNull();
    }

    @Test
    void knowsTheDayOfTwentyFiveHours() {
        var daily = new Frequency(Mode.CALENDAR_DAY, 1, null);
        // Clocks go back on 2026-10-25 in Paris: the day runs from 22:00Z to 23:00Z, and has 02:30 twice.
        assertThat(next(daily, "2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z")).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(next(daily, "2026-10-25T22:59:59Z", "2026-10-24T22:00:00Z")).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(next(daily, "2026-10-25T23:00:00Z", "2026-10-25T22:59:59Z")).isNull();
    }

    @Test
    void countsWithinTheDay() {
        var thrice = new Frequency(Mode.CALENDAR_DAY, 3, null);
        assertThat(next(thrice, "2026-07-04T12:00:00Z", "2026-07-04T10:00:00Z", "2026-07-04T11:00:00Z"))
                .isNull();
        assertThat(next(
                        thrice,
                        "2026-07-04T12:00:00Z",
                        "2026-07-04T09:00:00Z",
                        "2026-07-04T10:00:00Z",
                        "2026-07-04T11:00:00Z"))
                .isEqualTo("2026-07-04T22:00:00Z");
    }

    @Test
    void beginsWeeksOnMonday() {
        var weekly = new Frequency(Mode.CALENDAR_WEEK, 1, null);
        assertThat(next(weekly, "2026-07-05T21:59:59Z", "2026-06-29T08:00:00Z")).isEqualTo("2026-07-05T22:00:00Z");
        assertThat(next(weekly, "2026-07-05T22:00:00Z", "2026-07-05T21:59:59Z")).isNull();
    }

    @Test
    void rollsToTheSecond() {
        var rolling = new Frequency(Mode.ROLLING, 1, Duration.ofHours(24));
        // Across the change of clocks, too: twenty-four hours are twenty-four hours.
        assertThat(next(rolling, "2026-03-29T09:59:59Z", "2026-03-28T10:00:00Z"))
                .isEqualTo("2026-03-29T10:00:00Z");
        assertThat(next(rolling, "2026-03-29T10:00:00Z", "2026-03-28T10:00:00Z"))
                .isNull();
    }

    @Test
    void rollsWithSeveral() {
        var twice = new Frequency(Mode.ROLLING, 2, Duration.ofHours(24));
        assertThat(next(twice, "2026-07-04T12:00:00Z", "2026-07-04T11:00:00Z", "2026-07-04T01:00:00Z"))
                .isEqualTo("2026-07-05T01:00:00Z");
        assertThat(next(twice, "2026-07-05T01:00:00Z", "2026-07-04T11:00:00Z", "2026-07-04T01:00:00Z"))
                .isNull();
    }

    private static @Nullable Instant next(@Nullable Frequency frequency, String now, String... earlier) {
        return EntryFrequency.nextEntry(
                frequency, PARIS, List.of(earlier).stream().map(Instant::parse).toList(), Instant.parse(now));
    }
}
