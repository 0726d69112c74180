package io.parvis.presence.channel.write.plan;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.presence.channel.ChannelAddress;
import io.parvis.presence.channel.event.ChannelPlanned;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.eventstreaming.Tag;

@Singleton
class PlanChannelHandler implements Decider<PlanChannel, PlanChannelHandler.State> {

    record State(BrandLife brand, boolean addressTaken) {}

    @Override
    public Boundary boundary(PlanChannel command) {
        var channel = command.channel();
        var addresses = ChannelAddress.of(channel.kind(), channel.handle(), channel.url()).stream()
                .map(address -> Criterion.tagged(Tag.of(ChannelAddress.TAG, address), ChannelPlanned.class));
        return Boundary.reading(Stream.concat(Stream.of(BrandGuard.life(channel.brandId())), addresses)
                .toArray(Criterion[]::new));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return event instanceof ChannelPlanned
                ? new State(state.brand(), true)
                : new State(state.brand().evolve(event), state.addressTaken());
    }

    @Override
    public List<ChannelPlanned> decide(PlanChannel command, State state, Instant now) {
        BrandGuard.mustBeActive(state.brand());
        if (state.addressTaken()) {
            throw new ChannelAlreadyClaimed();
        }
        return List.of(command.channel());
    }
}
