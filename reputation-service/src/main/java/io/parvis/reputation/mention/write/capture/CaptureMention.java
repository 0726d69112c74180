package io.parvis.reputation.mention.write.capture;

import io.parvis.reputation.mention.event.MentionCaptured;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

/** @param origins the tags under which the same may be known */
record CaptureMention(MentionCaptured mention, List<Tag> origins) {}
