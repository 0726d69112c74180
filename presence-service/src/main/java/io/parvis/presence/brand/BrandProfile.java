package io.parvis.presence.brand;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.value.TimeZoneId;
import io.parvis.presence.brand.event.BrandChanged;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may change of a brand: all that it was registered with but its slug. */
@Schema(name = "BrandProfile")
public record BrandProfile(
        @NotBlank @Size(max = 200) String name,
        @NotNull @TimeZoneId String timeZone,
        @NotEmpty @Size(max = 50) List<@NotNull @LanguageTag String> languages,
        @Nullable @Size(min = 1, max = 300) String legalName) {

    public static BrandProfile of(BrandRegistered event) {
        return new BrandProfile(event.name(), event.timeZone(), event.languages(), event.legalName());
    }

    public static BrandProfile of(BrandChanged event) {
        return new BrandProfile(event.name(), event.timeZone(), event.languages(), event.legalName());
    }
}
