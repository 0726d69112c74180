package io.parvis.engagement.contest.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.contest.ContestRules;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/contests/{contestId}")
@Tag(name = "Contests")
class ChangeRulesResource {

    private final Answers answers;

    ChangeRulesResource(Answers answers) {
        this.answers = answers;
    }

    @PATCH
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Change a contest's rules",
            description = "Members given replace, null removes, the rest stays (RFC 7396). Of a draft everything may"
                    + " change. Of a published contest a next version is written, which is in force once it is published"
                    + " in turn; the mechanic, the zone, the beacon, the prizes, the claim window and, once open, the"
                    + " opening are fixed, the closing only moves later and a limit on entries only up. Of an instant win the whole"
                    + " period is fixed. Takes the role"
                    + " editor or admin.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ContestRules.class)))
    @APIResponse(responseCode = "204", description = "It is written.")
    @APIResponse(
            responseCode = "409",
            description =
                    "`brand-is-archived`, `rules-fixed-once-published` (with `fields`), `winning-moments-fixed` (with `fields`),"
                            + " `contest-no-longer-changes`, `too-many-rules-versions` (with `most`: 100),"
                            + " `rules-rewritten-too-often`")
    @APIResponse(responseCode = "412", description = "`version-mismatch`")
    public Uni<Response> change(String brandId, String contestId, @NotNull ObjectNode body) {
        return answers.done(
                new ChangeRules(new ContestId(Ids.valid(contestId, "contest")), new BrandId(brandId), body));
    }
}
