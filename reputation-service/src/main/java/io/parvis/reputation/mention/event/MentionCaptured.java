package io.parvis.reputation.mention.event;

import io.parvis.reputation.mention.MentionTags;
import io.parvis.reputation.mention.Rating;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said was taken in.
 *
 * @param publishedAt when it was said, by its source
 * @param language BCP 47, by its source; null where it said none
 * @param reach how many people may have seen it
 * @param authorFollowers of the author nothing else is kept
 */
@Event(namespace = "reputation", name = "MentionCaptured", version = "1")
public record MentionCaptured(
        @EventTag(key = "mention") String mentionId,
        String brandId,
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
        @Nullable String channelId) {

    @EventTag(key = MentionTags.ORIGIN)
    String origin() {
        return MentionTags.originValue(brandId, source, externalId);
    }
}
