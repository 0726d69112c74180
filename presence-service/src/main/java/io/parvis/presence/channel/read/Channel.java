package io.parvis.presence.channel.read;

import io.parvis.presence.channel.Cadence;
import io.parvis.presence.channel.ChannelKind;
import io.parvis.presence.channel.Purpose;
import org.jspecify.annotations.Nullable;

/** @param state {@code planned} */
record Channel(
        String channelId,
        ChannelKind kind,
        @Nullable String handle,
        @Nullable String url,
        Purpose purpose,
        @Nullable Cadence cadence,
        String state) {}
