package io.parvis.engagement.fan.write.erase;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanState;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Erasing an erased fan changes nothing, and is no mistake. */
@Singleton
class EraseFanHandler implements Decider<EraseFan, FanState> {

    @Override
    public Boundary boundary(EraseFan command) {
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
    public List<FanErased> decide(EraseFan command, FanState fan, Instant now) {
        var isTheirs = command.onlyOf() == null || command.onlyOf().equals(fan.registeredBy());
        if (!command.brandId().equals(fan.life().brandId()) || !isTheirs) {
            throw new NotFound("fan");
        }
        return fan.life().erased()
                ? List.of()
                : List.of(new FanErased(command.fanId(), command.brandId(), fan.indexes()));
    }
}
