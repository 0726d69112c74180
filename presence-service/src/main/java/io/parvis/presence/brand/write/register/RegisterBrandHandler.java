package io.parvis.presence.brand.write.register;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

@Singleton
class RegisterBrandHandler implements Decider<RegisterBrand, RegisterBrandHandler.State> {

    record State(boolean slugTaken) {}

    @Override
    public Boundary boundary(RegisterBrand command) {
        return Boundary.reading(Criterion.tagged(Tag.of("brand-slug", command.slug()), BrandRegistered.class));
    }

    @Override
    public State initial() {
        return new State(false);
    }

    @Override
    public State evolve(State state, Object event) {
        return new State(true);
    }

    @Override
    public List<BrandRegistered> decide(RegisterBrand command, State state, Instant now) {
        if (state.slugTaken()) {
            throw new SlugAlreadyTaken(command.slug());
        }
        return List.of(new BrandRegistered(
                command.brandId(),
                command.slug(),
                command.name(),
                command.timeZone(),
                command.languages(),
                command.legalName()));
    }
}
