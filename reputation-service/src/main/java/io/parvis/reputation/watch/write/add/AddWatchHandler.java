package io.parvis.reputation.watch.write.add;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.reputation.watch.event.WatchAdded;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class AddWatchHandler implements Decider<AddWatch, BrandLife> {

    @Override
    public Boundary boundary(AddWatch command) {
        return Boundary.reading(BrandGuard.existence(command.watch().brandId()));
    }

    @Override
    public BrandLife initial() {
        return BrandLife.UNKNOWN;
    }

    @Override
    public BrandLife evolve(BrandLife life, Object event) {
        return life.evolve(event);
    }

    @Override
    public List<WatchAdded> decide(AddWatch command, BrandLife life, Instant now) {
        BrandGuard.mustExist(life);
        return List.of(command.watch());
    }
}
