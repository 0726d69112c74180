package io.parvis.engagement.fan.write.register;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One person is one fan of a brand, as far as external id and mailbox tell. Who comes at the same time with the same one
 * was given the same index for it, so that the store lets one of them pass.
 */
@Singleton
class RegisterFanHandler implements Decider<RegisterFan, RegisterFanHandler.State> {

    /** @param taken the indexes of others, of external ids and mailboxes alike: none is both */
    record State(BrandLife brand, List<String> taken) {

        private boolean has(@Nullable String index) {
            return index != null && taken.contains(index);
        }

        private State and(@Nullable String... more) {
            var all = new ArrayList<>(taken);
            for (var index : more) {
                if (index != null) {
                    all.add(index);
                }
            }
            return new State(brand, all);
        }
    }

    @Override
    public Boundary boundary(RegisterFan command) {
        var fan = command.fan();
        var names = new ArrayList<Criterion>();
        if (fan.externalIndex() != null) {
            names.add(Criterion.tagged(Tag.of(FanRegistered.EXTERNAL, fan.externalIndex()), FanRegistered.class));
        }
        if (fan.emailIndex() != null) {
            names.add(Criterion.tagged(
                    Tag.of(FanRegistered.EMAIL, fan.emailIndex()), FanRegistered.class, FanContactChanged.class));
        }
        names.add(BrandGuard.life(fan.brandId()));
        return Boundary.reading(names.toArray(Criterion[]::new));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, List.of());
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case FanRegistered other -> state.and(other.externalIndex(), other.emailIndex());
            case FanContactChanged other -> state.and(other.emailIndex());
            default -> new State(state.brand().evolve(event), state.taken());
        };
    }

    @Override
    public List<Object> decide(RegisterFan command, State state, Instant now) {
        BrandGuard.mustBeActive(state.brand());
        if (state.has(command.fan().externalIndex())) {
            throw new ExternalIdTaken();
        }
        if (state.has(command.fan().emailIndex())) {
            throw new EmailTaken();
        }
        var events = new ArrayList<Object>(List.of(command.fan()));
        events.addAll(command.invitation().acceptedByNewcomer(command.fan().fanId()));
        return List.copyOf(events);
    }
}
