package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.json.Concerns;
import io.parvis.edge.value.TimeZoneId;
import io.parvis.engagement.invitation.CampaignId;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a brand rewards.
 *
 * @param timeZone IANA; of the cap's periods and of the days on which points expire
 * @param cap what a fan may earn at most; no limit where absent
 * @param expiry points never expire where absent; it holds for what is earned from then on
 * @param tiers none where absent; changed, they hold for a fan from the next movement of points, or the end of a grace
 */
public record RewardProgramme(
        @NotNull @TimeZoneId String timeZone,
        @NotNull @Size(max = 100) List<@NotNull @Valid Rule> rules,
        @Nullable @Valid PointsCap cap,
        @Nullable @Valid PointsExpiry expiry,
        @Nullable @Valid TierScheme tiers) {

    /** Where a brand has said nothing: no reactions, no limit, no end. */
    public static final RewardProgramme NONE = new RewardProgramme("UTC", List.of(), null, null, null);

    /** What earns points. */
    @Schema(name = "RewardedEvent")
    public enum Kind {
        @JsonProperty("contest-entered")
        CONTEST_ENTERED,
        @JsonProperty("quiz-passed")
        QUIZ_PASSED,
        @JsonProperty("fan-became-customer")
        FAN_BECAME_CUSTOMER,
        @JsonProperty("referral-converted")
        REFERRAL_CONVERTED
    }

    /** @param campaignId of that campaign only; of every one where absent */
    @Schema(name = "RewardRule")
    public record Rule(
            @NotNull Kind event,
            @Nullable @Size(min = 1, max = 64) String campaignId,
            @Min(1) @Max(1_000_000_000) long points) {

        boolean isOf(@Nullable CampaignId campaign) {
            return campaignId == null || (campaign != null && campaignId.equals(campaign.value()));
        }

        @Concerns("campaignId")
        @AssertTrue(message = "becoming a customer belongs to no campaign")
        @Schema(hidden = true)
        boolean isOfItsCampaign() {
            return event != Kind.FAN_BECAME_CUSTOMER || campaignId == null;
        }
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** What all matching rules give together. */
    public long pointsFor(Kind kind, @Nullable CampaignId campaignId) {
        return rules.stream()
                .filter(rule -> rule.event() == kind)
                .filter(rule -> rule.isOf(campaignId))
                .mapToLong(Rule::points)
                .sum();
    }

    /** How many more points a fan may earn in the period that now lies in. */
    public long earnable(Ledger ledger, Instant now) {
        return cap == null
                ? Long.MAX_VALUE
                : Math.max(0, cap.points() - cap.use(ledger, now, zone()).points());
    }

    /** The ledger with points earned by this programme; activity prolongs what slides. */
    public Ledger earn(Ledger ledger, long points, Instant now) {
        var use = cap == null ? null : cap.use(ledger, now, zone());
        return credited(ledger.active(now, zone()), points, now)
                .capUsed(use == null ? null : new PointsCap.Use(use.period(), use.from(), use.points() + points));
    }

    /** Points that somebody put right: they expire like earned ones and do not count against the cap. */
    public Ledger adjust(Ledger ledger, long points, Instant now) {
        return points < 0
                ? ledger.burn(-points).standing(ledger.standing().counted(points, month(now)))
                : credited(ledger, points, now);
    }

    /** The ledger with the tier that it gives by that time. */
    public Ledger ranked(Ledger ledger, Instant at) {
        var standing = ledger.standing();
        return ledger.standing(tiers == null ? standing.holding(null) : tiers.judged(standing, at, zone()));
    }

    boolean knows(Standing.Held tier) {
        return tiers != null && tiers.level(tier.code()) != null;
    }

    boolean isAbove(Standing.Held one, Standing.Held other) {
        return tiers != null && tiers.isAbove(one.code(), other.code());
    }

    private Ledger credited(Ledger ledger, long points, Instant now) {
        return ledger.credit(expiry == null ? new Lot(points, null, null) : expiry.lot(points, now, zone()))
                .standing(ledger.standing().counted(points, month(now)));
    }

    private YearMonth month(Instant now) {
        return YearMonth.from(now.atZone(zone()));
    }
}
