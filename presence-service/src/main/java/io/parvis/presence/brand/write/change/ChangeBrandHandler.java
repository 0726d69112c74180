package io.parvis.presence.brand.write.change;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.edge.json.MergePatch;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.presence.brand.BrandProfile;
import io.parvis.presence.brand.BrandVersions;
import io.parvis.presence.brand.event.BrandChanged;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change that changes nothing records nothing. */
@Singleton
class ChangeBrandHandler implements Decider<ChangeBrand, ChangeBrandHandler.State> {

    record State(BrandLife brand, @Nullable BrandProfile profile) {}

    private final MergePatch patches;

    ChangeBrandHandler(MergePatch patches) {
        this.patches = patches;
    }

    @Override
    public Boundary boundary(ChangeBrand command) {
        return Boundary.of(BrandVersions.BRAND.of(command.brandId().value()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case BrandRegistered registered -> new State(BrandLife.ACTIVE, BrandProfile.of(registered));
            case BrandChanged changed -> new State(state.brand(), BrandProfile.of(changed));
            case BrandArchived archived -> new State(BrandLife.ARCHIVED, state.profile());
            default -> state;
        };
    }

    @Override
    public List<BrandChanged> decide(ChangeBrand command, State state, Instant now) {
        var before = state.profile();
        if (before == null) {
            throw new NotFound("brand");
        }
        BrandGuard.mustBeActive(state.brand());
        var after = patches.applied(before, command.patch(), BrandProfile.class);
        return after.equals(before)
                ? List.of()
                : List.of(new BrandChanged(
                        command.brandId(), after.name(), after.timeZone(), after.languages(), after.legalName()));
    }
}
