package io.parvis.presence.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of place a channel is. */
public enum ChannelKind {
    @JsonProperty("facebook")
    FACEBOOK,
    @JsonProperty("x")
    X,
    @JsonProperty("linkedin")
    LINKEDIN,
    @JsonProperty("viadeo")
    VIADEO,
    @JsonProperty("mastodon")
    MASTODON,
    @JsonProperty("bluesky")
    BLUESKY,
    @JsonProperty("forum")
    FORUM,
    @JsonProperty("review-site")
    REVIEW_SITE,
    @JsonProperty("comparison-site")
    COMPARISON_SITE,
    @JsonProperty("blog")
    BLOG,
    @JsonProperty("virtual-world")
    VIRTUAL_WORLD,
    @JsonProperty("other")
    OTHER
}
