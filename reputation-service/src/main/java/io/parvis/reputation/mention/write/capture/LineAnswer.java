package io.parvis.reputation.mention.write.capture;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What came of one line of a stream.
 *
 * @param line counted from 1, empty lines included
 */
record LineAnswer(
        long line,
        Status status,
        @Nullable String mentionId,
        @Nullable Problem problem) {

    enum Status {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("known")
        KNOWN,
        @JsonProperty("rejected")
        REJECTED
    }
}
