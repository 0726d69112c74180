package io.parvis.engagement.contest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a contest stands in its life. */
public enum ContestState {
    /** Written down; nobody outside sees it. */
    @JsonProperty("draft")
    DRAFT,
    /** Offered; entries are taken between opening and closing. */
    @JsonProperty("published")
    PUBLISHED,
    /** No entry is taken any more, and none invalidated. */
    @JsonProperty("closed")
    CLOSED,
    /** Winners are known. */
    @JsonProperty("drawn")
    DRAWN,
    /** Every prize is claimed, or has nobody left to go to. */
    @JsonProperty("settled")
    SETTLED,
    /** Called off, with a reason. */
    @JsonProperty("cancelled")
    CANCELLED
}
