package io.parvis.engagement.reward;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A level of a programme.
 *
 * @param code by which it is known for good; another code is another tier
 * @param from how many qualifying points reach it
 */
@Schema(name = "RewardTier")
public record Tier(
        @NotNull @Size(max = 64) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+){0,31}")
        String code,

        @NotNull @Size(min = 1, max = 100) String name,
        @Min(1) @Max(1_000_000_000_000L) long from) {}
