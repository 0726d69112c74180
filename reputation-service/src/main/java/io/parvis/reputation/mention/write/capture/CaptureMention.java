package io.parvis.reputation.mention.write.capture;

import io.parvis.reputation.mention.event.MentionCaptured;

record CaptureMention(MentionCaptured mention) {}
