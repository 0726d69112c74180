package io.parvis.reputation.watch;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a watch is about. */
public enum Subject {
    @JsonProperty("own")
    OWN,
    @JsonProperty("competitor")
    COMPETITOR,
    @JsonProperty("sector")
    SECTOR
}
