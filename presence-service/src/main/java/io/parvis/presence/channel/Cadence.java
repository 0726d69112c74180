package io.parvis.presence.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What the brand promises to publish on a channel.
 *
 * @param count publications, 1 to 1,000
 * @param per in each such period
 */
public record Cadence(@Min(1) @Max(1000) int count, @NotNull Period per) {

    /** A calendar period in the brand's time zone. */
    public enum Period {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }
}
