package io.parvis.engagement.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a campaign is. */
public enum CampaignKind {
    @JsonProperty("contest")
    CONTEST,
    @JsonProperty("quiz")
    QUIZ
}
