package io.parvis.engagement.reward.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement.
 *
 * @param operation as it was asked for, or `expire`, `tier-reached`, `tier-kept`, `tier-lost`
 * @param tier the code of the tier that was reached, kept or lost
 * @param recordedAt when the store recorded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PointsStatementEntry")
record StatementEntry(
        @Nullable String entryId,
        String operation,
        long points,
        @Nullable String reservationId,
        @Nullable String reason,
        @Nullable String source,
        @Nullable String tier,
        Instant recordedAt) {}
