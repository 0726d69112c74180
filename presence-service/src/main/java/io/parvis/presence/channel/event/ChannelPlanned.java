package io.parvis.presence.channel.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.presence.channel.Cadence;
import io.parvis.presence.channel.ChannelAddress;
import io.parvis.presence.channel.ChannelId;
import io.parvis.presence.channel.ChannelKind;
import io.parvis.presence.channel.Purpose;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/** A brand means to be in a place; nothing is open yet. */
@Event(namespace = "presence", name = "ChannelPlanned", version = "1")
public record ChannelPlanned(
        @EventTag(key = "channel") ChannelId channelId,
        @EventTag(key = "brand") BrandId brandId,
        ChannelKind kind,
        @Nullable String handle,
        @Nullable String url,
        Purpose purpose,
        @Nullable Cadence cadence) {

    /** The names by which people find it, each held by one brand at a time. */
    @EventTag(key = ChannelAddress.TAG)
    List<String> addresses() {
        return ChannelAddress.of(kind, handle, url);
    }
}
