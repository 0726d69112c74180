package io.parvis.engagement.fan.write.register;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.edge.Answers;
import io.parvis.eventing.edge.Answers.Created;
import io.parvis.eventing.edge.Ids;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.Role;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

@Path("/v1/brands/{brandId}/fans")
@Tag(name = "Fans")
class RegisterFanResource {

    private final Answers answers;
    private final RequestFacts request;
    private final BlindIndex index;

    RegisterFanResource(Answers answers, RequestFacts request, BlindIndex index) {
        this.answers = answers;
        this.request = request;
        this.index = index;
    }

    @Schema(name = "FanRegistration")
    record Body(
            @Nullable @Size(min = 1, max = 200) String externalId,

            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 code such as FR")
            String country,

            @Nullable @Size(max = 20) List<@NotNull @Valid Consent> consents) {}

    @Schema(name = "FanCreated")
    record Answer(String fanId) {}

    @POST
    @Operation(
            summary = "Register a fan",
            description = "Somebody takes part. The external id, where there is one, is unique per brand and kept as a"
                    + " keyed hash only. Takes the role partner, moderator or admin.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "`external-id-taken`, `brand-is-archived`")
    public Uni<Response> register(String brandId, @Valid @NotNull Body body) {
        request.caller().require(brandId, Role.PARTNER, Role.MODERATOR, Role.ADMIN);
        var fan = new FanRegistered(
                Ids.next(),
                brandId,
                body.externalId() == null ? null : index.of(brandId, body.externalId()),
                body.country(),
                body.consents() == null ? List.of() : body.consents());
        return answers.created(new RegisterFan(fan), outcome -> {
            var fanId = outcome.event(FanRegistered.class).fanId();
            return new Created("/v1/brands/%s/fans/%s".formatted(brandId, fanId), new Answer(fanId));
        });
    }
}
