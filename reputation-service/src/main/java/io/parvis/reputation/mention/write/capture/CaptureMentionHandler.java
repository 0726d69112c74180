package io.parvis.reputation.mention.write.capture;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.NothingChanged;
import io.parvis.reputation.mention.MentionId;
import io.parvis.reputation.mention.event.MentionCaptured;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class CaptureMentionHandler implements Decider<CaptureMention, CaptureMentionHandler.State> {

    record State(BrandLife brand, @Nullable MentionId knownAs) {}

    @Override
    public Boundary boundary(CaptureMention command) {
        var read = new ArrayList<Criterion>();
        command.origins().forEach(origin -> read.add(Criterion.tagged(origin, MentionCaptured.class)));
        read.add(BrandGuard.existence(command.mention().brandId()));
        return Boundary.reading(read.toArray(Criterion[]::new));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null);
    }

    @Override
    public State evolve(State state, Object event) {
        return event instanceof MentionCaptured captured
                ? new State(state.brand(), captured.mentionId())
                : new State(state.brand().evolve(event), state.knownAs());
    }

    @Override
    public List<Object> decide(CaptureMention command, State state, Instant now) {
        BrandGuard.mustExist(state.brand());
        if (state.knownAs() != null) {
            return List.of(new NothingChanged(state.knownAs().value()));
        }
        return List.of(command.mention());
    }
}
