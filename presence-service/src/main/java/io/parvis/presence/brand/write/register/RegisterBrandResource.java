package io.parvis.presence.brand.write.register;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.TimeZoneId;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.eventing.id.Ulid;
import io.parvis.presence.brand.LanguageTag;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

@Path("/v1/brands")
@Tag(name = "Brands")
class RegisterBrandResource {

    private final Answers answers;

    RegisterBrandResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "BrandRegistration")
    record Body(
            @NotNull
            @Size(min = 3, max = 63)
            @Pattern(
                    regexp = "[a-z0-9]+(-[a-z0-9]+){0,31}",
                    message = "must be lower-case letters, digits and single hyphens between them")
            String slug,

            @NotBlank @Size(max = 200) String name,
            @NotNull @TimeZoneId String timeZone,

            @NotEmpty @Size(max = 50) List<@NotNull @LanguageTag String> languages,

            @Nullable @Size(min = 1, max = 300) String legalName) {}

    @Schema(name = "BrandCreated")
    record Answer(String brandId) {}

    @POST
    @Allowed.ForSuite(Role.OPS)
    @Operation(
            summary = "Register a brand",
            description = "A legal person begins to speak. The slug is unique across the suite and is never used again,"
                    + " not even once the brand is archived. Takes the role ops, for the whole suite.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "`slug-already-taken`")
    public Uni<Response> register(@NotNull Body body) {
        var command = new RegisterBrand(
                new BrandId(Ulid.next()),
                body.slug(),
                body.name(),
                body.timeZone(),
                body.languages(),
                body.legalName());
        return answers.created(command, outcome -> {
            var brandId = outcome.event(BrandRegistered.class).brandId();
            return new Created("/v1/brands/" + brandId, new Answer(brandId.value()));
        });
    }
}
