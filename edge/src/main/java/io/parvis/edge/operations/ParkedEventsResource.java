package io.parvis.edge.operations;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.operations.RecordParkedEventsAnswer.NoAnswerRecorded;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.eventing.command.NothingChanged;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.projection.ParkedEvents;
import io.parvis.eventing.projection.ParkedEvents.ParkedEvent;
import io.parvis.eventing.store.TransientFailure;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators do with events that a projection or automation could not handle. */
@Path("/v1/operations/{service}/parked-events")
@Tag(name = "Operations")
@ReadsFrom(ReadsFrom.ALL)
class ParkedEventsResource {

    private final ParkedEvents parked;
    private final Answers answers;

    ParkedEventsResource(ParkedEvents parked, Answers answers) {
        this.parked = parked;
        this.answers = answers;
    }

    @Schema(name = "ParkedEventList")
    record Listing(List<ParkedEvent> items) {}

    @Schema(name = "ParkedSequence")
    record Body(@NotBlank String processor, @NotBlank String sequence) {}

    @Schema(name = "ParkedEventCount")
    record Answer(int events) {}

    @GET
    @Allowed.ForSuite(Role.OPS)
    @Operation(
            summary = "List parked events",
            description = "At most the first 1,000, oldest first. Takes the role ops for the whole suite.")
    public Uni<Listing> list(String service) {
        return parked.list().map(Listing::new);
    }

    @POST
    @Allowed.ForSuite(Role.OPS)
    @Path("retry")
    @Operation(
            summary = "Handle a sequence's parked events again",
            description =
                    "In order: if one still fails, those of pages of 200 handled before it are not parked any more."
                            + " Takes the role ops for the whole suite.")
    @APIResponse(
            responseCode = "200",
            description = "How many were handled; 0 where none was parked.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`processor-not-found`")
    @APIResponse(responseCode = "409", description = "`still-not-handled`")
    @APIResponse(
            responseCode = "503",
            description = "`newer-release-needed`: a newer release of the service must do it. See `Retry-After`.")
    public Uni<Response> retry(String service, @NotNull Body body) {
        mustExist(body);
        return replayOrRun(
                new RecordParkedEventsAnswer(body.processor(), null),
                parked.retry(body.processor(), body.sequence())
                        .onFailure(failure -> !(failure instanceof Refusal) && !TransientFailure.in(failure))
                        .transform(StillNotHandled::new));
    }

    @POST
    @Allowed.ForSuite(Role.OPS)
    @Path("discard")
    @Operation(
            summary = "Give a sequence's parked events up",
            description = "The view stays without them. Takes the role ops for the whole suite.")
    @APIResponse(
            responseCode = "200",
            description = "How many were given up.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`processor-not-found`")
    public Uni<Response> discard(String service, @NotNull Body body) {
        mustExist(body);
        return replayOrRun(
                new RecordParkedEventsAnswer(body.processor(), null),
                parked.discard(body.processor(), body.sequence()));
    }

    /** A repeated request gets the recorded response. */
    private Uni<Response> replayOrRun(RecordParkedEventsAnswer answer, Uni<Integer> work) {
        return respond(answer)
                .onFailure(NoAnswerRecorded.class)
                .recoverWithUni(() -> work.chain(count -> respond(answer.with(count))));
    }

    private Uni<Response> respond(RecordParkedEventsAnswer answer) {
        return answers.send(
                answer,
                outcome -> Response.ok(new Answer(Integer.parseInt(Objects.requireNonNull(
                        outcome.event(NothingChanged.class).found())))));
    }

    private void mustExist(Body body) {
        if (!parked.isProcessor(body.processor())) {
            throw new NotFound("processor");
        }
    }

    /** The handler still throws; the cause is returned, because operators must fix it. */
    static final class StillNotHandled extends Refusal {
        StillNotHandled(Throwable cause) {
            super("The events could still not be handled", String.valueOf(cause));
        }
    }
}
