package io.parvis.presence.brand.write.archive;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.presence.brand.BrandVersions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Archiving an archived brand changes nothing, and is not an error. */
@Singleton
class ArchiveBrandHandler implements Decider<ArchiveBrand, BrandLife> {

    @Override
    public Boundary boundary(ArchiveBrand command) {
        return Boundary.of(BrandVersions.BRAND.of(command.brandId().value()));
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
    public List<BrandArchived> decide(ArchiveBrand command, BrandLife life, Instant now) {
        return switch (life) {
            case UNKNOWN -> throw new NotFound("brand");
            case ARCHIVED -> List.of();
            case ACTIVE -> List.of(new BrandArchived(command.brandId()));
        };
    }
}
