package io.parvis.presence.brand.write.persona;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Prose;
import io.parvis.edge.web.Answers;
import io.parvis.presence.brand.FormOfAddress;
import io.parvis.presence.brand.event.PersonaSet;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
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
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/persona")
@Tag(name = "Brands")
class SetPersonaResource {

    private final Answers answers;

    SetPersonaResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "Persona")
    record Body(
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> traits,
            @NotBlank @Prose @Size(max = 500) String tone,
            @NotNull FormOfAddress formOfAddress,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 100) String> words,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 100) String> forbiddenWords,
            @Nullable @Prose @Size(max = 50) List<@NotBlank @Size(max = 1000) String> legalMentions) {

        private PersonaSet of(BrandId brandId) {
            return new PersonaSet(
                    brandId, traits, tone, formOfAddress, orNone(words), orNone(forbiddenWords), orNone(legalMentions));
        }

        private static List<String> orNone(@Nullable List<String> texts) {
            return texts == null ? List.of() : texts;
        }
    }

    @PUT
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Say who the brand is",
            description =
                    "As a person in a conversation: its traits and tone, how it addresses people, the words it uses"
                            + " and those it never does, and what it must mention by law. Replaces what was said before. Takes"
                            + " the role editor or admin.")
    @APIResponse(responseCode = "204", description = "It is set.")
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    @APIResponse(responseCode = "412", description = "`version-mismatch`")
    public Uni<Response> set(String brandId, @NotNull Body body) {
        return answers.done(new SetPersona(body.of(new BrandId(brandId))));
    }
}
