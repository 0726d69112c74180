package io.parvis.reputation.watch.write.add;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.Concerns;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.eventing.id.Ulid;
import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.WatchId;
import io.parvis.reputation.watch.event.WatchAdded;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/watches")
@Tag(name = "Watches")
class AddWatchResource {

    private final Answers answers;

    AddWatchResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "WatchQuery")
    record Body(
            @NotBlank @Size(max = 200) String name,
            @NotNull Subject subject,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> all,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> any,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> none) {

        @Concerns("any")
        @AssertTrue(message = "all or any must name something to look for")
        @Schema(hidden = true)
        boolean isLookingForSomething() {
            return !orNone(all).isEmpty() || !orNone(any).isEmpty();
        }

        private WatchAdded of(BrandId brandId) {
            return new WatchAdded(
                    new WatchId(Ulid.next()), brandId, name, subject, orNone(all), orNone(any), orNone(none));
        }

        private static List<String> orNone(@Nullable List<String> texts) {
            return texts == null ? List.of() : texts;
        }
    }

    @Schema(name = "WatchCreated")
    record Answer(String watchId) {}

    @POST
    @Allowed({Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Add a watch",
            description = "Keeps a query on what people say. Takes the role moderator or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    public Uni<Response> add(String brandId, @NotNull Body body) {
        return answers.created(new AddWatch(body.of(new BrandId(brandId))), outcome -> {
            var watchId = outcome.event(WatchAdded.class).watchId();
            return new Created("/v1/brands/%s/watches/%s".formatted(brandId, watchId), new Answer(watchId.value()));
        });
    }
}
