package io.parvis.reputation.mention.read;

import io.parvis.reputation.mention.Rating;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said. Neither its address nor external ids are told: they usually name the author.
 *
 * @param capturedAt when the store recorded it
 */
record Mention(
        String mentionId,
        String source,
        String text,
        Instant publishedAt,
        @Nullable String language,
        @Nullable Rating rating,
        @Nullable Long reach,
        @Nullable Long authorFollowers,
        @Nullable String channelId,
        Instant capturedAt) {}
