package io.parvis.presence.channel.write.plan;

import io.parvis.eventing.command.Refusal;

/** A handle or address belongs to one brand at a time per kind of channel. */
class ChannelAlreadyClaimed extends Refusal {

    ChannelAlreadyClaimed() {
        super("The handle or address is taken", "A channel of this kind with this handle or URL is planned already.");
    }
}
