package io.parvis.presence.brand.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.parvis.presence.brand.BrandProfile;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}")
@Tag(name = "Brands")
class ChangeBrandResource {

    private final Answers answers;

    ChangeBrandResource(Answers answers) {
        this.answers = answers;
    }

    @PATCH
    @Allowed(Role.ADMIN)
    @Operation(
            summary = "Rename a brand",
            description =
                    "Name, time zone, languages and legal name: members given replace, null removes, the rest stays"
                            + " (RFC 7396); the languages are replaced as a whole. The slug never changes. Takes the role admin.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BrandProfile.class)))
    @APIResponse(responseCode = "204", description = "It is changed.")
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    @APIResponse(responseCode = "412", description = "`version-mismatch`")
    public Uni<Response> change(String brandId, @NotNull ObjectNode body) {
        return answers.done(new ChangeBrand(new BrandId(brandId), body));
    }
}
