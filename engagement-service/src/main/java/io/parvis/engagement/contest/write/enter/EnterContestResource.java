package io.parvis.engagement.contest.write.enter;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.eventing.edge.Answers;
import io.parvis.eventing.edge.Answers.Created;
import io.parvis.eventing.edge.Ids;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.Role;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
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

@Path("/v1/brands/{brandId}/contests/{contestId}/entries")
@Tag(name = "Contests")
class EnterContestResource {

    private final Answers answers;
    private final RequestFacts request;

    EnterContestResource(Answers answers, RequestFacts request) {
        this.answers = answers;
        this.request = request;
    }

    @Schema(name = "ContestEntry")
    record Body(@NotNull @Size(min = 1, max = 64) String fanId) {}

    @Schema(name = "ContestEntryCreated")
    record Answer(String entryId) {}

    @POST
    @Operation(
            summary = "Enter a contest",
            description = "One entry per fan, while the contest is open, judged by the rules in force when it arrives."
                    + " Takes the role partner, moderator or admin.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "409",
            description = "`contest-not-yet-open`, `contest-is-over`, `fan-already-entered`, `country-not-admitted`,"
                    + " `fan-is-excluded`")
    public Uni<Response> enter(String brandId, String contestId, @Valid @NotNull Body body) {
        request.caller().require(brandId, Role.PARTNER, Role.MODERATOR, Role.ADMIN);
        var command =
                new EnterContest(Ids.next(), Ids.valid(contestId, "contest"), brandId, Ids.valid(body.fanId(), "fan"));
        return answers.created(command, outcome -> {
            var entryId = outcome.event(ContestEntered.class).entryId();
            var location = "/v1/brands/%s/contests/%s/entries/%s".formatted(brandId, contestId, entryId);
            return new Created(location, new Answer(entryId));
        });
    }
}
