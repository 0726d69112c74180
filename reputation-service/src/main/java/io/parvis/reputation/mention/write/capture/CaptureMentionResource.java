package io.parvis.reputation.mention.write.capture;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.reputation.mention.OriginIndex;
import io.parvis.reputation.mention.event.MentionCaptured;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One mention. A stream of them is taken by {@link MentionStream}, on the same path. */
@Path("/v1/brands/{brandId}/mentions")
@Tag(name = "Mentions")
class CaptureMentionResource {

    private final Answers answers;
    private final OriginIndex index;

    CaptureMentionResource(Answers answers, OriginIndex index) {
        this.answers = answers;
        this.index = index;
    }

    @Schema(name = "MentionCaptured")
    record Answer(String mentionId) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take in a mention, or a stream of them", description = """
                    With `application/json`: one mention; 201 where it is new, 200 with its id where the same source and \
                    external id is known.

                    With `application/x-ndjson`: a mention a line, in a stream of any length. The answer is a stream \
                    too, a line `{line, status: created | known | rejected, mentionId?, problem?}` each, in order, then \
                    `{summary: {created, known, rejected}, position}`. Blank lines count in `line` and are not answered. \
                    A line holds at most 1 MiB; a longer one is rejected, and the stream goes on. Read the answers while \
                    you send: a stream whose answers nobody reads, or that brings nothing, for a minute is broken off. \
                    A stream that broke off is sent again: what was taken in is `known`. Each process takes in so many \
                    streams at once, one for each 4 MiB of its heap; one more is 503 `too-many-streams`, for a moment.

                    Of the author only the number of followers is kept. `url` is not kept, `externalId` and \
                    `inReplyTo` as keyed hashes only, since they usually name the author: no answer tells them again, and \
                    sending the same `source` and `externalId` again finds the mention.

                    Takes the role partner, moderator or admin.""")
    @RequestBody(
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = MentionBody.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = MentionBody.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "Known; or the answers to a stream.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(anyOf = {LineAnswer.class, StreamSummary.class}))
            })
    @APIResponse(
            responseCode = "201",
            description = "New.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    public Uni<Response> capture(String brandId, @NotNull MentionBody body) {
        return answers.createdOrFound(
                body.toCommand(new BrandId(brandId), index),
                outcome -> {
                    var mentionId = outcome.event(MentionCaptured.class).mentionId();
                    return new Created(
                            "/v1/brands/%s/mentions/%s".formatted(brandId, mentionId), new Answer(mentionId.value()));
                },
                Answer::new);
    }
}
