package io.parvis.reputation.mention.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.reputation.mention.ChannelId;
import io.parvis.reputation.mention.MentionId;
import io.parvis.reputation.mention.MentionTags;
import io.parvis.reputation.mention.Rating;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said was taken in. Of whoever said it only the number of followers is kept, and what they
 * said: what would name them is hidden or left out.
 *
 * @param origin brand, source and external id, hidden under a key ({@link io.parvis.reputation.mention.OriginIndex})
 * @param publishedAt when it was said, by its source
 * @param language BCP 47, by its source; null where it said none
 * @param reach how many people may have seen it
 * @param inReplyTo the origin of what it replies to, hidden alike: a mention of that origin or none that we know
 */
@Event(namespace = "reputation", name = "MentionCaptured", version = "2")
public record MentionCaptured(
        @EventTag(key = "mention") MentionId mentionId,
        BrandId brandId,
        String source,
        @EventTag(key = MentionTags.ORIGIN) String origin,
        String text,
        Instant publishedAt,
        @Nullable String language,
        @Nullable Rating rating,
        @Nullable Long reach,
        @Nullable Long authorFollowers,
        @Nullable String inReplyTo,
        @Nullable ChannelId channelId) {}
