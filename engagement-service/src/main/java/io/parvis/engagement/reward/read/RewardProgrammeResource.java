package io.parvis.engagement.reward.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.reward.RewardProgramme;
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

@Path("/v1/brands/{brandId}/reward-programme")
@Tag(name = "Rewards")
@ReadsFrom({"engagement.reward-programmes", "engagement.known-brands"})
class RewardProgrammeResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    RewardProgrammeResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @Schema(name = "RewardProgrammeInForce")
    record Answer(int programmeVersion, @JsonUnwrapped RewardProgramme programme) {}

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "Read the reward programme", description = "404 where none was ever set.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `reward-programme-not-found`")
    public Uni<Response> read(String brandId) {
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() -> session.find(RewardProgrammeView.class, brandId)))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("reward-programme"))
                .map(view -> answers.resource(
                        new Answer(view.number, StatementJson.read(view.programme, RewardProgramme.class)), view));
    }
}
