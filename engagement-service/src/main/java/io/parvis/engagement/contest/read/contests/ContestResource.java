package io.parvis.engagement.contest.read.contests;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.AsOf;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/contests")
@Tag(name = "Contests")
@ReadsFrom({"engagement.contests", "engagement.known-brands", "engagement.seal-entries", "engagement.reveal-moments"})
class ContestResource {

    private final Mutiny.SessionFactory sessions;
    private final ContestHistory history;
    private final Answers answers;

    ContestResource(Mutiny.SessionFactory sessions, ContestHistory history, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
        this.history = history;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List a brand's contests", description = "Newest first.")
    public Uni<Page<Contest>> list(String brandId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() -> page.newestOf(session, ContestView.class, "brandId", brandId, ContestView.BYTES)))
                .map(contests -> Page.of(contests, page, contest -> contest.position, ContestView::toContest));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{contestId}")
    @Operation(summary = "Read a contest")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Contest.class)))
    public Uni<Response> read(String brandId, String contestId, @BeanParam AsOf asOf) {
        if (asOf.isGiven()) {
            return history.asOf(new BrandId(brandId), new ContestId(Ids.valid(contestId, "contest")), asOf)
                    .map(contest -> Response.ok(contest).build());
        }
        return sessions.withSession(session -> Contests.find(session, brandId, contestId))
                .map(contest -> answers.resource(contest.toContest(), contest));
    }
}
