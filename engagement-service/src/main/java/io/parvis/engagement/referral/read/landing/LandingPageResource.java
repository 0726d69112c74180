package io.parvis.engagement.referral.read.landing;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.Views;
import io.parvis.engagement.referral.LandingPage;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/campaigns/{campaignId}/landing-page")
@Tag(name = "Referrals")
@ReadsFrom("engagement.landing-pages")
class LandingPageResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    LandingPageResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "Read where a campaign's share links lead", description = "404 where it was never said.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LandingPage.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `landing-page-not-found`")
    public Uni<Response> read(String brandId, String campaignId) {
        return sessions.withSession(session -> Views.find(
                        session,
                        LandingPageView.class,
                        "landing-page",
                        campaignId,
                        page -> page.brandId.equals(brandId)))
                .map(page -> answers.resource(new LandingPage(page.url), page));
    }
}
