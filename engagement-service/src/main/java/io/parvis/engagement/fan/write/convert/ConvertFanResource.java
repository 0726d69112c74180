package io.parvis.engagement.fan.write.convert;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.OptionalBody;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/fans/{fanId}/conversion")
@Tag(name = "Fans")
class ConvertFanResource {

    private final Answers answers;

    ConvertFanResource(Answers answers) {
        this.answers = answers;
    }

    @OptionalBody
    @Schema(name = "FanConversion")
    record Body(
            @Schema(description = "When the contract began; now where absent.") @Nullable
            Instant becameCustomerAt) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Report that a fan became a customer",
            description = "The reward rules react to it, once: reporting it again changes nothing, and the first time"
                    + " stands. Nothing of the contract itself is taken. Any partner of the brand may report it, whoever"
                    + " registered the fan. Takes the role partner, moderator or admin.")
    @APIResponse(responseCode = "204", description = "It is recorded.")
    @APIResponse(responseCode = "409", description = "`became-customer-in-the-future`, `brand-is-archived`")
    public Uni<Response> convert(String brandId, String fanId, @RequestBody(required = false) @Nullable Body body) {
        return answers.done(new ConvertFan(
                new FanId(Ids.valid(fanId, "fan")),
                new BrandId(brandId),
                body == null ? null : body.becameCustomerAt()));
    }
}
