package io.parvis.engagement.fan;

import io.parvis.edge.value.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param wording what the fan read when deciding; at most 2,000 characters */
public record Consent(
        @NotNull ConsentPurpose purpose,
        boolean granted,
        @NotBlank @Prose @Size(max = 2000) String wording) {}
