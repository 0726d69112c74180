package io.parvis.engagement.contest.write.draft;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/contests")
@Tag(name = "Contests")
class DraftContestResource {

    private final Answers answers;

    DraftContestResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "ContestCreated")
    record Answer(String contestId) {}

    @POST
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Draft a contest",
            description = "Writes down what a contest would be; nobody sees it before it is published. Takes the role"
                    + " editor or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    public Uni<Response> draft(String brandId, @NotNull ContestRules rules) {
        return answers.created(new DraftContest(new ContestId(Ulid.next()), new BrandId(brandId), rules), outcome -> {
            var contestId = outcome.event(ContestDrafted.class).contestId();
            return new Created(
                    "/v1/brands/%s/contests/%s".formatted(brandId, contestId), new Answer(contestId.value()));
        });
    }
}
