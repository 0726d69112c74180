package io.parvis.engagement.fan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The pieces of contact data that can be changed. */
public enum ContactField {
    @JsonProperty("handle")
    HANDLE,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("birthDate")
    BIRTH_DATE
}
