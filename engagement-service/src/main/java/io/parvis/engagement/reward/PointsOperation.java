package io.parvis.engagement.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done with points. */
@Schema(name = "PointsOperationKind")
public enum PointsOperation {
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
