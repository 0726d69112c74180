package io.parvis.engagement.brand;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.contracts.presence.BrandTags;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.Boundary.Criterion;

/** What every decision in a brand's name asks of it. */
public final class BrandGuard {

    private BrandGuard() {}

    /** The brand's life, as presence-service recorded it: part of the decision's own condition. */
    public static Criterion life(String brandId) {
        return Criterion.tagged(BrandTags.life(brandId), BrandRegistered.class, BrandArchived.class);
    }

    /**
     * Lets only a brand that may still do something new pass.
     *
     * @throws NotFound where there is no such brand
     * @throws BrandIsArchived where it has fallen silent
     */
    public static void mustBeActive(BrandLife life) {
        switch (life) {
            case UNKNOWN -> throw new NotFound("brand");
            case ARCHIVED -> throw new BrandIsArchived();
            case ACTIVE -> {}
        }
    }
}
