package io.parvis.engagement.referral.write.share;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.ReferralLinks;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.referral.PublicAddress;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/referrals")
@Tag(name = "Referrals")
class ShareCampaignResource {

    private static final String PATH = "/v1/public/r/";

    private final Answers answers;
    private final PublicAddress address;

    ShareCampaignResource(Answers answers, PublicAddress address) {
        this.answers = answers;
        this.address = address;
    }

    @Schema(name = "Referral")
    record Body(
            @NotNull @Size(min = 1, max = 64) String fanId,

            @Schema(description = "A contest or a quiz, by its id.") @NotNull @Size(min = 1, max = 64)
            String campaignId) {}

    @Schema(name = "ReferralLink")
    record Answer(
            @Schema(description = "What comes back as `referralToken` of fans, entries and attempts.")
            String token,

            @Schema(description = "To be shared; it leads on, with the token.")
            String url) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Ask for a fan's share link",
            description = "One per fan and campaign: asked for again, the same is given. Making one settles the fan's"
                    + " circle: the one they came in, or 0 where they came through nobody. The token says nothing of the"
                    + " fan and cannot be guessed. Takes the role partner, moderator or admin.")
    @APIResponse(
            responseCode = "201",
            description = "It is made.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `campaign-not-found`, `fan-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`campaign-not-published`, `campaign-is-over`, `brand-is-archived`")
    public Uni<Response> share(String brandId, @NotNull Body body) {
        var command = new ShareCampaign(
                new CampaignId(Ids.valid(body.campaignId(), "campaign")),
                new BrandId(brandId),
                new FanId(Ids.valid(body.fanId(), "fan")),
                ReferralLinks.freshToken());
        return answers.createdOrFound(
                command,
                outcome -> {
                    var token = outcome.event(ReferralLinkMade.class).token();
                    return new Created(PATH + token, answer(token));
                },
                this::answer);
    }

    private Answer answer(String token) {
        return new Answer(token, address.url() + PATH + token);
    }
}
