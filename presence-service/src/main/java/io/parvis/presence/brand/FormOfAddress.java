package io.parvis.presence.brand;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the brand addresses people. */
public enum FormOfAddress {
    @JsonProperty("tu")
    TU,
    @JsonProperty("vous")
    VOUS,
    @JsonProperty("first-name")
    FIRST_NAME,
    @JsonProperty("neutral")
    NEUTRAL
}
