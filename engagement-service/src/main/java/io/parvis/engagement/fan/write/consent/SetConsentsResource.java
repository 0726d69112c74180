package io.parvis.engagement.fan.write.consent;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.Consents;
import io.parvis.engagement.fan.FanAccess;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/fans/{fanId}/consents")
@Tag(name = "Fans")
class SetConsentsResource {

    private final Answers answers;
    private final RequestFacts request;

    SetConsentsResource(Answers answers, RequestFacts request) {
        this.answers = answers;
        this.request = request;
    }

    @Schema(name = "FanConsents")
    record Body(@NotNull @Size(max = 20) List<@NotNull @Valid Consent> consents) {}

    @PUT
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Say what a fan agrees to",
            description = "Replaces what was said before: a purpose that is not named is no longer agreed to. What was"
                    + " said when, and in which words, is kept. Takes the role moderator or admin, or partner for the"
                    + " fans that it wrote.")
    @APIResponse(responseCode = "204", description = "It is recorded.")
    @APIResponse(responseCode = "412", description = "`version-mismatch`")
    public Uni<Response> set(String brandId, String fanId, @NotNull Body body) {
        var onlyOf = FanAccess.changing(request.caller(), brandId);
        Consents.mustNameEachPurposeOnce(body.consents());
        return answers.done(
                new SetConsents(new FanId(Ids.valid(fanId, "fan")), new BrandId(brandId), onlyOf, body.consents()));
    }
}
