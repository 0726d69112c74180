package io.parvis.engagement.contest.write.draw;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.OptionalBody;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.contest.ContestRules.Beacon;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.BeaconValue;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/contests/{contestId}/draw")
@Tag(name = "Contests")
class DrawContestResource {

    private final Answers answers;
    private final ContestLog log;

    DrawContestResource(Answers answers, ContestLog log) {
        this.answers = answers;
        this.log = log;
    }

    /** @param beacon needed exactly where the rules name one */
    @OptionalBody
    @Schema(name = "ContestDraw")
    record Body(@Nullable @Valid BeaconBody beacon) {}

    /** @param value what the beacon published for the round, in lower-case hexadecimal */
    @Schema(name = "ContestDrawBeacon")
    record BeaconBody(
            @Min(1) @Max(Beacon.LAST_ROUND) long round,

            @NotNull @Pattern(regexp = "([0-9a-f]{2}){1,128}")
            String value) {}

    /** @param alternates how many fans come after the winners */
    @Schema(name = "ContestDrawOutcome")
    record Answer(
            String seed,
            List<Winner> winners,
            int alternates,
            @Nullable Instant claimBy) {

        @Schema(name = "Winner")
        record Winner(int rank, long position, String entryId, String fanId, int prize) {

            static Winner of(ContestDrawn.Winner won) {
                return new Winner(
                        won.rank(),
                        won.position(),
                        won.entryId().value(),
                        won.fanId().value(),
                        won.prize());
            }
        }

        static Answer of(ContestDrawn drawn) {
            var winners = drawn.winners().stream().map(Winner::of).toList();
            return new Answer(drawn.seed(), winners, drawn.alternates(), drawn.claimBy());
        }
    }

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Draw a contest",
            description = "Once it is closed and the root of its entries is public. The seed is revealed, and with the"
                    + " beacon that the rules name, nothing is left to choose: the proof is public at once. Drawing again"
                    + " with the same beacon answers the same. Takes the role approver or admin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`winners-are-not-drawn` (of an instant win), `contest-not-closed`, `entries-not-sealed-yet`, `beacon-needed`, `beacon-not-asked-for`,"
                            + " `beacon-round-not-admissible` (with `round`), `contest-already-drawn`, `contest-is-cancelled`")
    @APIResponse(
            responseCode = "503",
            description = "`contest-too-large`: it has more entries than the service has memory for")
    public Uni<Response> draw(String brandId, String contestId, @RequestBody(required = false) @Nullable Body body) {
        var said = body == null ? null : body.beacon();
        var beacon = said == null ? null : new BeaconValue(said.round(), said.value());
        var command = new DrawContest(new ContestId(Ids.valid(contestId, "contest")), new BrandId(brandId), beacon);
        return answers.send(command, outcome -> Response.ok())
                .chain(done -> log.dossier(command.contestId())
                        .map(dossier -> Response.fromResponse(done)
                                .entity(Answer.of(
                                        Objects.requireNonNull(dossier.life().drawn())))
                                .build()));
    }
}
