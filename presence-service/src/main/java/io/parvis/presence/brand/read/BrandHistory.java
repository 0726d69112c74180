package io.parvis.presence.brand.read;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.web.AsOf;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.EventLog;
import io.parvis.eventing.command.EventLog.Fact;
import io.parvis.presence.brand.BrandVersions;
import io.parvis.presence.brand.event.BrandChanged;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a brand was at some time: its life read again up to then. */
@Singleton
class BrandHistory {

    private final EventLog log;

    BrandHistory(EventLog log) {
        this.log = log;
    }

    /** Fails with 404 where there was no such brand by then. */
    Uni<BrandView> asOf(BrandId brandId, AsOf time) {
        var until = time.time();
        var life = Boundary.reading(BrandVersions.BRAND.all(brandId.value()));
        return log.<@Nullable BrandView>foldFacts(
                        life, null, (brand, fact) -> fact.at().isAfter(until) ? brand : evolve(brand, fact))
                .map(brand -> {
                    if (brand == null) {
                        throw new NotFound("brand");
                    }
                    return brand;
                });
    }

    private static @Nullable BrandView evolve(@Nullable BrandView brand, Fact fact) {
        if (fact.event() instanceof BrandRegistered registered) {
            return new BrandView(registered, fact.position());
        }
        if (brand != null) {
            switch (fact.event()) {
                case BrandChanged changed -> brand.change(changed);
                case BrandArchived archived -> brand.archive();
                default -> throw new IllegalStateException("A brand's life knows no " + fact.event());
            }
        }
        return brand;
    }
}
