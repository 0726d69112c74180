package io.parvis.engagement.referral.read.lead;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.web.PublicAnswers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.ReferralLinks;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.quiz.PublishedQuizzes;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.referral.read.landing.LandingPages;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/public/r/{token}")
@Tag(name = "Public")
@ReadsFrom("engagement.landing-pages")
class LeadOnResource {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final ReferralLinks links;
    private final LandingPages pages;
    private final ContestLog contests;
    private final PublishedQuizzes quizzes;
    private final PublicAnswers answers;

    LeadOnResource(
            ReferralLinks links,
            LandingPages pages,
            ContestLog contests,
            PublishedQuizzes quizzes,
            PublicAnswers answers) {
        this.answers = answers;
        this.links = links;
        this.pages = pages;
        this.contests = contests;
        this.quizzes = quizzes;
    }

    @GET
    @Allowed.ToEverybody
    @Operation(
            summary = "Follow a share link",
            description = "Leads on to the campaign's landing page, with the token as the query parameter"
                    + " `referralToken`; where the brand has set none, to what everybody may know of the campaign."
                    + " Nothing is recorded of whoever follows it. No token is needed.")
    @APIResponse(responseCode = "303", description = "On to there.")
    @APIResponse(responseCode = "404", description = "`referral-link-not-found`")
    public Uni<Response> lead(String token) {
        return known(token)
                .chain(link -> pages.of(link.campaignId().value())
                        .map(page -> page == null
                                ? "/v1/public/r/%s/campaign?referralToken=%s".formatted(token, token)
                                : page.with(token)))
                .map(target -> Response.status(Response.Status.SEE_OTHER)
                        .header("Location", target)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @Allowed.ToEverybody
    @Path("campaign")
    @Operation(
            summary = "What a share link is to",
            description =
                    "For whoever shows it: nothing of the fan who shares it. Caches may keep it for 10 s. No token is needed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkedCampaign.class)))
    @APIResponse(responseCode = "404", description = "`referral-link-not-found`")
    public Uni<Response> campaign(String token) {
        return known(token)
                .chain(link -> name(link)
                        .map(name -> new LinkedCampaign(
                                link.brandId().value(), link.campaignId().value(), link.kind(), name, link.token())))
                .map(campaign -> answers.of(campaign, A_MOMENT));
    }

    private Uni<ReferralLinkMade> known(String token) {
        return links.find(token).onItem().ifNull().failWith(() -> new NotFound("referral-link"));
    }

    /** A link is to a published campaign only. */
    private Uni<String> name(ReferralLinkMade link) {
        return link.kind() == CampaignKind.QUIZ
                ? quizzes.content(link.brandId(), new QuizId(link.campaignId().value()))
                        .map(content -> content.title())
                : contests.dossier(new ContestId(link.campaignId().value()))
                        .map(dossier -> Objects.requireNonNull(dossier.life().inForce())
                                .rules()
                                .name());
    }
}
