package io.parvis.engagement.fan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a fan may agree to. */
public enum ConsentPurpose {
    @JsonProperty("contests")
    CONTESTS,
    @JsonProperty("rewards")
    REWARDS,
    @JsonProperty("newsletter")
    NEWSLETTER,
    @JsonProperty("profiling")
    PROFILING;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
