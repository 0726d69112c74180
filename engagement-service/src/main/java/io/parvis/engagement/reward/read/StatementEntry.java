package io.parvis.engagement.reward.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement.
 *
 * @param operation as it was asked for, or `expire`
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
        Instant recordedAt) {}
