package io.parvis.engagement.fan.write.change;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.fan.FanAccess;
import io.parvis.engagement.fan.erasure.Erasures;
import io.parvis.engagement.fan.personal.FanVault;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/fans/{fanId}")
@Tag(name = "Fans")
class ChangeFanResource {

    private final Answers answers;
    private final RequestFacts request;
    private final FanVault vault;
    private final Erasures erasures;

    ChangeFanResource(Answers answers, RequestFacts request, FanVault vault, Erasures erasures) {
        this.answers = answers;
        this.request = request;
        this.vault = vault;
        this.erasures = erasures;
    }

    @PATCH
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Correct a fan",
            description =
                    "Country, handle, e-mail address and date of birth, each where it is given; null takes it away."
                            + " Entries made before are judged as they were. An address that was given up is free for others."
                            + " Takes the role moderator or admin, or partner for the fans that it wrote.")
    @APIResponse(responseCode = "204", description = "It is changed.")
    @APIResponse(responseCode = "409", description = "`email-taken`")
    @APIResponse(responseCode = "412", description = "`version-mismatch`")
    public Uni<Response> change(String brandId, String fanId, @NotNull FanPatch body) {
        var onlyOf = FanAccess.changing(request.caller(), brandId);
        var brand = new BrandId(brandId);
        var fan = new FanId(Ids.valid(fanId, "fan"));
        return vault.prepare(brand, fan, body.changed())
                .chain(prepared ->
                        answers.done(new ChangeFan(fan, brand, onlyOf, body.country, prepared, body.removed())))
                .call(() -> body.mayReplaceEmail()
                        ? erasures.apply(fan)
                        : Uni.createFrom().voidItem())
                // Erased meanwhile: the key that was made for the change goes the way of the one before.
                .onFailure(NotFound.class)
                .call(() -> erasures.apply(fan));
    }
}
