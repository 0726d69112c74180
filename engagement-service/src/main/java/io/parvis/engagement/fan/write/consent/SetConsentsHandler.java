package io.parvis.engagement.fan.write.consent;

import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanState;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Consent can be withdrawn whatever has become of the brand. Saying the same again changes nothing. */
@Singleton
class SetConsentsHandler implements Decider<SetConsents, FanState> {

    @Override
    public Boundary boundary(SetConsents command) {
        return Boundary.of(FanGuard.everything(command.fanId()));
    }

    @Override
    public FanState initial() {
        return FanState.UNKNOWN;
    }

    @Override
    public FanState evolve(FanState state, Object event) {
        return state.evolve(event);
    }

    @Override
    public List<FanConsentsChanged> decide(SetConsents command, FanState fan, Instant now) {
        fan.mustBeFanOf(command.brandId(), command.onlyOf());
        return new HashSet<>(command.consents()).equals(new HashSet<>(fan.consents()))
                ? List.of()
                : List.of(new FanConsentsChanged(command.fanId(), command.brandId(), command.consents()));
    }
}
