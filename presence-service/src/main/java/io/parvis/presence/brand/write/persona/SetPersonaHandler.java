package io.parvis.presence.brand.write.persona;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.presence.brand.BrandVersions;
import io.parvis.presence.brand.event.PersonaSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** Setting the same persona again changes nothing. */
@Singleton
class SetPersonaHandler implements Decider<SetPersona, SetPersonaHandler.State> {

    record State(BrandLife brand, @Nullable PersonaSet persona) {}

    @Override
    public Boundary boundary(SetPersona command) {
        var brandId = command.persona().brandId();
        return Boundary.of(
                BrandVersions.PERSONA.of(
                        brandId.value(), Criterion.latest(Tag.of("persona", brandId.value()), PersonaSet.class)),
                BrandGuard.life(brandId));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null);
    }

    @Override
    public State evolve(State state, Object event) {
        return event instanceof PersonaSet set
                ? new State(state.brand(), set)
                : new State(state.brand().evolve(event), state.persona());
    }

    @Override
    public List<PersonaSet> decide(SetPersona command, State state, Instant now) {
        BrandGuard.mustBeActive(state.brand());
        return command.persona().equals(state.persona()) ? List.of() : List.of(command.persona());
    }
}
