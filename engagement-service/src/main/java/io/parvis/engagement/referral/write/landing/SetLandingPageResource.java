package io.parvis.engagement.referral.write.landing;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.referral.LandingPage;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/campaigns/{campaignId}/landing-page")
@Tag(name = "Referrals")
class SetLandingPageResource {

    private final Answers answers;

    SetLandingPageResource(Answers answers) {
        this.answers = answers;
    }

    @PUT
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Say where a campaign's share links lead",
            description = "All of them, those made before too, with the token as the query parameter `referralToken`."
                    + " Only the brand's own people say it, so a link never leads where its maker wants. Takes the role"
                    + " editor or admin.")
    @APIResponse(responseCode = "204", description = "Links lead there, from a moment later on.")
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `campaign-not-found`")
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    public Uni<Response> set(String brandId, String campaignId, @NotNull LandingPage page) {
        return answers.done(new SetLandingPage(
                new CampaignId(Ids.valid(campaignId, "campaign")), new BrandId(brandId), page.url()));
    }
}
