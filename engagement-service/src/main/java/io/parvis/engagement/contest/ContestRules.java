package io.parvis.engagement.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.json.Concerns;
import io.parvis.edge.value.Amount;
import io.parvis.edge.value.Countries;
import io.parvis.edge.value.CountryCode;
import io.parvis.edge.value.CurrencyCode;
import io.parvis.edge.value.DecimalsOfCurrency;
import io.parvis.edge.value.Prose;
import io.parvis.edge.value.TimeZoneId;
import io.parvis.edge.value.Times;
import io.parvis.engagement.id.FanId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a contest is and who may win what.
 *
 * @param opensAt the first instant at which entries are taken
 * @param closesAt the first instant at which they no longer are
 * @param timeZone IANA; the days of the rules are days there
 * @param officialRules the text that people agree to
 * @param maxEntries of all fans together; none where absent
 * @param claimWindow how long a winner may claim, ISO 8601
 */
// Over 200 lines: the rules as authors send them, each part with its constraints and documentation.
@Schema(name = "ContestRules")
public record ContestRules(
        @NotBlank @Size(max = 200) String name,
        @NotNull Mechanic mechanic,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @NotNull @TimeZoneId String timeZone,
        @NotBlank @Prose @Size(max = 200_000) String officialRules,
        @Nullable @Valid Eligibility eligibility,
        @Nullable @Valid Frequency frequency,
        @Nullable @Min(1) Integer maxEntries,
        @Nullable Duration claimWindow,
        @Nullable @Valid Beacon beacon,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Prize> prizes) {

    /** Winners of a draw stand in one event, and winners of any contest in one list. */
    private static final int MOST_WINNERS = 10_000;

    private static final Duration SHORTEST_INSTANT_WIN = Duration.ofSeconds(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    /** How winners are found. */
    public enum Mechanic {
        @JsonProperty("draw")
        DRAW,
        @JsonProperty("instant-win")
        INSTANT_WIN
    }

    /** @param countries ISO 3166-1 alpha-2; every country where empty or absent */
    public record Eligibility(
            @Nullable @Size(max = 300) List<@NotNull @CountryCode String> countries,
            @Nullable @Min(0) @Max(120) Integer minimumAge,
            @Nullable @Size(max = 10_000) List<@NotNull @Size(max = 64) String> excludedFanIds) {}

    /** How often a fan may enter; once where absent. */
    public record Frequency(
            @NotNull Mode mode,
            @Nullable @Min(1) @Max(1000) Integer count,
            @Nullable Duration window) {

        /** How often in the time that the mode says. */
        public int times() {
            return count == null ? 1 : count;
        }

        private boolean isComplete() {
            return switch (mode) {
                case ONCE -> times() == 1 && window == null;
                case CALENDAR_DAY, CALENDAR_WEEK -> window == null;
                case ROLLING ->
                    window != null && window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(TEN_YEARS) <= 0;
            };
        }

        /** Of what the count is. */
        public enum Mode {
            @JsonProperty("once")
            ONCE,
            @JsonProperty("calendar-day")
            CALENDAR_DAY,
            @JsonProperty("calendar-week")
            CALENDAR_WEEK,
            @JsonProperty("rolling")
            ROLLING
        }
    }

    /** A public source of randomness that nobody steers. */
    public record Beacon(
            @NotBlank @Size(max = 200) String source,
            @Min(1) @Max(Beacon.LAST_ROUND) long firstRound) {

        /** The last that a proof holds and a verifier takes: 2^45. */
        public static final long LAST_ROUND = 1L << 45;
    }

    /** What can be won. */
    public record Prize(
            @NotBlank @Size(max = 200) String name,
            @Min(1) @Max(1_000_000) int quantity,
            @Nullable @Valid Money unitValue) {}

    /** @param currency ISO 4217 */
    @DecimalsOfCurrency
    public record Money(
            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 4)
            BigDecimal amount,

            @NotNull @CurrencyCode String currency)
            implements Amount {}

    @Concerns("closesAt")
    @AssertTrue(message = "closesAt must be later than opensAt")
    @Schema(hidden = true)
    boolean isOpenForSomeTime() {
        return opensAt == null || closesAt == null || closesAt.isAfter(opensAt);
    }

    @Concerns("frequency")
    @AssertTrue(
            message = "once goes without count and window, calendar-day and calendar-week without a window, and rolling"
                    + " takes a window of a second to ten years")
    @Schema(hidden = true)
    boolean isFrequencyComplete() {
        return frequency == null || frequency.mode() == null || frequency.isComplete();
    }

    @Concerns("claimWindow")
    @AssertTrue(message = "claimWindow must be longer than nothing and at most ten years")
    @Schema(hidden = true)
    boolean isClaimWindowSensible() {
        return claimWindow == null || claimWindow.isPositive() && claimWindow.compareTo(TEN_YEARS) <= 0;
    }

    @Concerns("beacon")
    @AssertTrue(message = "an instant win names no beacon: its winning moments come from the committed seed alone")
    @Schema(hidden = true)
    boolean isFreeOfBeaconWhereInstant() {
        return mechanic != Mechanic.INSTANT_WIN || beacon == null;
    }

    @Concerns("closesAt")
    @AssertTrue(message = "an instant win lasts at least a second and at most ten years")
    @Schema(hidden = true)
    boolean isInstantWinOfSensibleLength() {
        if (mechanic != Mechanic.INSTANT_WIN || opensAt == null || closesAt == null) {
            return true;
        }
        var period = Duration.between(opensAt, closesAt);
        return period.compareTo(SHORTEST_INSTANT_WIN) >= 0 && period.compareTo(TEN_YEARS) <= 0;
    }

    /** The first instant at which a prize that is held from now on has lapsed; null where it never does. */
    public @Nullable Instant claimBy(Instant now) {
        return claimWindow == null ? null : now.plus(claimWindow).truncatedTo(ChronoUnit.MILLIS);
    }

    /** What stands in these rules and cannot be kept by this version; a contest with any of it is not published. */
    public List<String> notYetKept() {
        var missing = new ArrayList<String>();
        if (stock() > MOST_WINNERS) {
            missing.add("prizes");
        }
        if (!isFreeOfBeaconWhereInstant()) {
            missing.add("beacon");
        }
        if (!Times.isWithinRange(opensAt)) {
            missing.add("opensAt");
        }
        if (!Times.isWithinRange(closesAt) || !isInstantWinOfSensibleLength()) {
            missing.add("closesAt");
        }
        return missing;
    }

    /** How many can win: the units of all prizes. */
    public long stock() {
        return prizes.stream().mapToLong(Prize::quantity).sum();
    }

    /** Every fan may enter who is as old as that, in years; 0 where anybody may. */
    public int minimumAge() {
        return eligibility == null || eligibility.minimumAge() == null ? 0 : eligibility.minimumAge();
    }

    /** Whether fans of that country may enter. */
    public boolean admitsCountry(String country) {
        return eligibility == null
                || eligibility.countries() == null
                || eligibility.countries().isEmpty()
                || eligibility.countries().stream().map(Countries::meant).anyMatch(Countries.meant(country)::equals);
    }

    /** Whether that fan may not enter. */
    public boolean excludes(FanId fanId) {
        return eligibility != null
                && eligibility.excludedFanIds() != null
                && eligibility.excludedFanIds().contains(fanId.value());
    }
}
