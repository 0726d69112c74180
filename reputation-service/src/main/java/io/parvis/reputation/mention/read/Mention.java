package io.parvis.reputation.mention.read;

import io.parvis.reputation.mention.Rating;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said.
 *
 * @param capturedAt when the store recorded it
 */
record Mention(
        String mentionId,
        String source,
        String externalId,
        String text,
        Instant publishedAt,
        @Nullable String url,
        @Nullable String language,
        @Nullable Rating rating,
        @Nullable Long reach,
        @Nullable Long authorFollowers,
        @Nullable String inReplyTo,
        @Nullable String channelId,
        Instant capturedAt) {}
