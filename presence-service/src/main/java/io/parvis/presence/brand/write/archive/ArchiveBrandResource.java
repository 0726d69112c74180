package io.parvis.presence.brand.write.archive;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/archive")
@Tag(name = "Brands")
class ArchiveBrandResource {

    private final Answers answers;

    ArchiveBrandResource(Answers answers) {
        this.answers = answers;
    }

    @POST
    @Allowed(Role.OPS)
    @Operation(
            summary = "Archive a brand",
            description =
                    "The brand falls silent for good: from this position on nothing new is planned or published in"
                            + " its name, by any service. Archiving it again changes nothing. Takes the role ops.")
    @APIResponse(responseCode = "204", description = "It is archived.")
    public Uni<Response> archive(String brandId) {
        return answers.done(new ArchiveBrand(new BrandId(brandId)));
    }
}
