package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done with points. */
public enum Operation {
    @JsonProperty("earn")
    EARN,
    @JsonProperty("reserve")
    RESERVE,
    @JsonProperty("burn")
    BURN,
    @JsonProperty("release")
    RELEASE,
    @JsonProperty("adjust")
    ADJUST
}
