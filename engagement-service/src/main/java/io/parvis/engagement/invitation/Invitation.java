package io.parvis.engagement.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.command.CommandOutcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code referralToken} amounts to. Nobody loses an entry to a link that was shortened on its way: a token that
 * leads nowhere counts for nothing, and the answer says so in a word.
 *
 * @param given whether there was a token at all
 * @param link the brand's link that it names; null where there is none
 */
public record Invitation(boolean given, @Nullable ReferralLinkMade link) {

    /** Without a token. */
    public static final Invitation NONE = new Invitation(false, null);

    /** What became of a token. */
    @Schema(
            name = "ReferralCounted",
            description = "What became of the `referralToken`; absent where none was given. `counted`: the fan came"
                    + " through the link's maker. `already-in`: the fan's first touch was another one, and stands."
                    + " `own-link`: nobody comes through themselves. `other-campaign`: the link is to another contest or"
                    + " quiz. `unknown`: the brand has no such link. Whatever it is, the request itself is not refused for"
                    + " it.")
    public enum Counted {
        @JsonProperty("counted")
        COUNTED,
        @JsonProperty("already-in")
        ALREADY_IN,
        @JsonProperty("own-link")
        OWN_LINK,
        @JsonProperty("other-campaign")
        OTHER_CAMPAIGN,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** The token, where it names a link: what callers say otherwise is not kept. */
    public @Nullable String token() {
        return link == null ? null : link.token();
    }

    /** Whether the fan would come through somebody by it, if they were not in already. */
    public boolean leads(CampaignId campaignId, FanId fanId) {
        return link != null
                && link.campaignId().equals(campaignId)
                && !link.fanId().equals(fanId);
    }

    /**
     * What is to be recorded beside the fan's taking part: one event, or none.
     *
     * @param alreadyIn whether the fan has touched the campaign before
     */
    public List<CircleJoined> accepted(CampaignId campaignId, FanId fanId, boolean alreadyIn) {
        if (link == null || alreadyIn || !leads(campaignId, fanId)) {
            return List.of();
        }
        return List.of(new CircleJoined(campaignId, link.brandId(), fanId, link.fanId(), link.depth() + 1));
    }

    /** Whoever is new has touched nothing before, whichever campaign the link is to. */
    public List<CircleJoined> acceptedByNewcomer(FanId fanId) {
        return link == null ? List.of() : accepted(link.campaignId(), fanId, false);
    }

    /** The word for a newcomer's answer; null without a token. */
    public @Nullable Counted countedForNewcomer(CommandOutcome outcome) {
        return counted(outcome, link == null ? null : link.campaignId(), null);
    }

    /** The word for the answer; null without a token. It is the same when the answer is given again. */
    public @Nullable Counted counted(CommandOutcome outcome, @Nullable CampaignId campaignId, @Nullable FanId fanId) {
        if (!given) {
            return null;
        }
        if (link == null) {
            return Counted.UNKNOWN;
        }
        if (link.fanId().equals(fanId)) {
            return Counted.OWN_LINK;
        }
        if (!link.campaignId().equals(campaignId)) {
            return Counted.OTHER_CAMPAIGN;
        }
        return outcome.has(CircleJoined.class) ? Counted.COUNTED : Counted.ALREADY_IN;
    }
}
