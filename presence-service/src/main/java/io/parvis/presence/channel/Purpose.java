package io.parvis.presence.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the brand wants a channel for. */
public enum Purpose {
    @JsonProperty("conversation")
    CONVERSATION,
    @JsonProperty("news")
    NEWS,
    @JsonProperty("watch")
    WATCH,
    @JsonProperty("recruitment")
    RECRUITMENT,
    @JsonProperty("reviews")
    REVIEWS
}
