package io.parvis.presence.channel.write.plan;

import io.parvis.presence.channel.event.ChannelPlanned;

record PlanChannel(ChannelPlanned channel) {}
