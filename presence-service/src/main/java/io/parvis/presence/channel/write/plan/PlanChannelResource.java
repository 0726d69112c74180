package io.parvis.presence.channel.write.plan;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Key;
import io.parvis.edge.value.WebAddress;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.eventing.id.Ulid;
import io.parvis.presence.channel.Cadence;
import io.parvis.presence.channel.ChannelId;
import io.parvis.presence.channel.ChannelKind;
import io.parvis.presence.channel.Purpose;
import io.parvis.presence.channel.event.ChannelPlanned;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/channels")
@Tag(name = "Channels")
class PlanChannelResource {

    private final Answers answers;

    PlanChannelResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "ChannelPlan")
    record Body(
            @NotNull ChannelKind kind,

            @Nullable
            @Key
            @Pattern(
                    regexp = "@?[^\\s/@]{1,100}(@[^\\s/@]{1,200})?",
                    message = "must be a handle such as @velo or @velo@example.social")
            String handle,

            @Nullable @Key @Size(max = 500) @WebAddress String url,

            @NotNull Purpose purpose,
            @Nullable @Valid Cadence cadence) {}

    @Schema(name = "ChannelCreated")
    record Answer(String channelId) {}

    @POST
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Plan a channel",
            description = "Says that the brand means to be in a place, what for, and how often it promises to publish."
                    + " Takes the role editor or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "`channel-already-claimed`, `brand-is-archived`")
    public Uni<Response> plan(String brandId, @NotNull Body body) {
        var channel = new ChannelPlanned(
                new ChannelId(Ulid.next()),
                new BrandId(brandId),
                body.kind(),
                body.handle(),
                body.url(),
                body.purpose(),
                body.cadence());
        return answers.created(new PlanChannel(channel), outcome -> {
            var channelId = outcome.event(ChannelPlanned.class).channelId();
            return new Created(
                    "/v1/brands/%s/channels/%s".formatted(brandId, channelId), new Answer(channelId.value()));
        });
    }
}
