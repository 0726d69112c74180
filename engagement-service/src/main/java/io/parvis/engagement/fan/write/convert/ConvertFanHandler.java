package io.parvis.engagement.fan.write.convert;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fan becomes a customer once; reporting it again changes nothing, and the first time stands. */
@Singleton
class ConvertFanHandler implements Decider<ConvertFan, ConvertFanHandler.State> {

    /** How far a partner's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    record State(BrandLife brand, FanLife fan, boolean customer) {}

    @Override
    public Boundary boundary(ConvertFan command) {
        return Boundary.of(FanGuard.everything(command.fanId()), BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, FanLife.UNKNOWN, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return new State(
                state.brand().evolve(event),
                state.fan().evolve(event),
                state.customer() || event instanceof FanBecameCustomer);
    }

    @Override
    public List<FanBecameCustomer> decide(ConvertFan command, State state, Instant now) {
        FanGuard.mustBeFanOf(command.brandId(), state.fan());
        BrandGuard.mustBeActive(state.brand());
        if (state.customer()) {
            return List.of();
        }
        var at = command.becameCustomerAt() == null ? now : command.becameCustomerAt();
        if (at.isAfter(now.plus(SKEW))) {
            throw new BecameCustomerInTheFuture(at);
        }
        return List.of(new FanBecameCustomer(command.fanId(), command.brandId(), at));
    }
}
