package io.parvis.engagement.fan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fan may agree to. */
public enum ConsentPurpose {
    @JsonProperty("contests")
    CONTESTS,
    @JsonProperty("rewards")
    REWARDS,
    @JsonProperty("newsletter")
    NEWSLETTER,
    @JsonProperty("profiling")
    PROFILING
}
