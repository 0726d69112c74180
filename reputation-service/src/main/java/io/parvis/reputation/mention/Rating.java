package io.parvis.reputation.mention;

import io.parvis.edge.json.Concerns;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Stars and the like.
 *
 * @param value from 0 to the scale
 * @param scale the best that can be given, at most 100
 */
public record Rating(
        @NotNull @DecimalMin("0") BigDecimal value,
        @NotNull @DecimalMin("1") @DecimalMax("100") BigDecimal scale) {

    @Concerns("value")
    @AssertTrue(message = "must not exceed the scale")
    @Schema(hidden = true)
    boolean isWithinScale() {
        return value == null || scale == null || value.compareTo(scale) <= 0;
    }
}
