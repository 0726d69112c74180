package io.parvis.engagement.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parvis.contracts.Identifiers;

/** A campaign: a contest or a quiz, by its id. */
public record CampaignId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {
        Identifiers.mustNotBeEmpty(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
