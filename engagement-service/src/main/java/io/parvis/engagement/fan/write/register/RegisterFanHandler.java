package io.parvis.engagement.fan.write.register;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.engagement.brand.BrandGuard;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

@Singleton
class RegisterFanHandler implements Decider<RegisterFan, RegisterFanHandler.State> {

    record State(BrandLife brand, boolean externalIdTaken) {}

    @Override
    public Boundary boundary(RegisterFan command) {
        var fan = command.fan();
        return fan.externalIdHash() == null
                ? Boundary.of(BrandGuard.life(fan.brandId()))
                : Boundary.of(
                        BrandGuard.life(fan.brandId()),
                        Criterion.tagged(Tag.of("fan-external", fan.externalIdHash()), FanRegistered.class));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return event instanceof FanRegistered
                ? new State(state.brand(), true)
                : new State(state.brand().evolve(event), state.externalIdTaken());
    }

    @Override
    public List<FanRegistered> decide(RegisterFan command, State state, Instant now) {
        BrandGuard.mustBeActive(state.brand());
        if (state.externalIdTaken()) {
            throw new ExternalIdTaken();
        }
        return List.of(command.fan());
    }
}
