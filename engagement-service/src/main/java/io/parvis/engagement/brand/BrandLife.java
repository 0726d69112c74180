package io.parvis.engagement.brand;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.contracts.presence.BrandTags;
import io.parvis.eventing.command.Boundary.Criterion;
import io.parvis.eventing.edge.NotFound;

/** Whether a brand exists and still speaks, decided with what presence-service recorded. */
public enum BrandLife {
    UNKNOWN,
    ACTIVE,
    ARCHIVED;

    public static Criterion of(String brandId) {
        return Criterion.tagged(BrandTags.life(brandId), BrandRegistered.class, BrandArchived.class);
    }

    public BrandLife evolve(Object event) {
        return switch (event) {
            case BrandRegistered registered -> ACTIVE;
            case BrandArchived archived -> ARCHIVED;
            default -> this;
        };
    }

    /**
     * Lets only a brand that may still do something new pass.
     *
     * @throws NotFound where there is no such brand
     * @throws BrandIsArchived where it has fallen silent
     */
    public void mustBeActive() {
        switch (this) {
            case UNKNOWN -> throw new NotFound("brand");
            case ARCHIVED -> throw new BrandIsArchived();
            case ACTIVE -> {}
        }
    }
}
