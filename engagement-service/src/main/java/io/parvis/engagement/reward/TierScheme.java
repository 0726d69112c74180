package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.json.Concerns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A programme's tiers. What a fan earns in the qualifying period reaches a tier, at once. Who no longer has its points,
 * since the period ended or an adjustment took them away, keeps it for the days of grace, and then falls to what the
 * points give by then, which may be none.
 *
 * @param period in which points qualify
 * @param months for {@code rolling}: points count for as many, until the end of the month
 * @param graceDays whole days of the programme's zone; none where absent
 * @param levels the lowest first
 */
@Schema(name = "RewardTiers")
public record TierScheme(
        @NotNull Period period,
        @Nullable @Min(1) @Max(MOST_MONTHS) Integer months,
        @Nullable @Min(0) @Max(731) Integer graceDays,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Tier> levels) {

    static final int MOST_MONTHS = 24;

    /** In which points qualify. */
    @Schema(name = "RewardTierPeriod")
    public enum Period {
        @JsonProperty("lifetime")
        LIFETIME,
        @JsonProperty("calendar-year")
        CALENDAR_YEAR,
        @JsonProperty("rolling")
        ROLLING
    }

    @Concerns("months")
    @AssertTrue(message = "rolling takes months, and nothing else does")
    @Schema(hidden = true)
    boolean isComplete() {
        return period == null || (period == Period.ROLLING) == (months != null);
    }

    @Concerns("levels")
    @AssertTrue(message = "levels must rise from one to the next, each with a code of its own")
    @Schema(hidden = true)
    boolean isRising() {
        if (levels == null || levels.stream().anyMatch(Objects::isNull)) {
            return true;
        }
        return IntStream.range(1, levels.size())
                        .allMatch(i -> levels.get(i - 1).from() < levels.get(i).from())
                && levels.stream().map(Tier::code).distinct().count() == levels.size();
    }

    /** The tier of that code; null where there is none. */
    public @Nullable Tier level(String code) {
        return levels.stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    boolean isAbove(String one, String other) {
        var codes = levels.stream().map(Tier::code).toList();
        return codes.indexOf(one) > codes.indexOf(other);
    }

    /** The next one above that many points; null above the last. */
    public @Nullable Tier above(long points) {
        return levels.stream()
                .filter(level -> level.from() > points)
                .findFirst()
                .orElse(null);
    }

    /** How many of a fan's points qualify at that time. */
    public long qualifying(Standing standing, Instant at, ZoneId zone) {
        return qualifying(standing, month(at, zone));
    }

    /** Where the fan stands by that time: risen, kept, in grace or, where the grace is over, fallen. */
    public Standing judged(Standing standing, Instant at, ZoneId zone) {
        var month = month(at, zone);
        var reached = reached(qualifying(standing, month));
        var held = standing.tier();
        var level = held == null ? null : level(held.code());
        boolean below = level != null && (reached == null || reached.from() < level.from());
        if (below && !held.isOver(at)) {
            return standing.holding(held.untilAtLatest(graceEnd(at, zone)));
        }
        if (reached == null) {
            return standing.holding(null);
        }
        var since = reached.equals(level) ? held.since() : at;
        return standing.holding(new Standing.Held(reached.code(), since, keepsUntil(standing, reached, month, zone)));
    }

    private @Nullable Tier reached(long points) {
        return levels.reversed().stream()
                .filter(level -> level.from() <= points)
                .findFirst()
                .orElse(null);
    }

    private long qualifying(Standing standing, YearMonth month) {
        return switch (period) {
            case LIFETIME -> standing.lifetime();
            case CALENDAR_YEAR -> standing.sum(month.withMonth(1), month);
            case ROLLING -> standing.sum(month.minusMonths(Objects.requireNonNull(months)), month);
        };
    }

    /** How long the tier is kept if nothing more is earned: points lapse at the end of a month or never. */
    private @Nullable Instant keepsUntil(Standing standing, Tier tier, YearMonth month, ZoneId zone) {
        if (period == Period.LIFETIME) {
            return null;
        }
        var next = month.plusMonths(1);
        while (qualifying(standing, next) >= tier.from()) {
            next = next.plusMonths(1);
        }
        return graceEnd(next.atDay(1).atStartOfDay(zone).toInstant(), zone);
    }

    /** Grace begins with the next day, or with the one that begins just then. */
    private Instant graceEnd(Instant from, ZoneId zone) {
        var day = from.atZone(zone).toLocalDate();
        boolean begun = day.atStartOfDay(zone).toInstant().isBefore(from);
        long days = graceDays == null ? 0 : graceDays;
        return day.plusDays(begun ? days + 1 : days).atStartOfDay(zone).toInstant();
    }

    private static YearMonth month(Instant at, ZoneId zone) {
        return YearMonth.from(at.atZone(zone));
    }
}
