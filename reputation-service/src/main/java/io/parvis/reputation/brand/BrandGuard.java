package io.parvis.reputation.brand;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.contracts.presence.BrandTags;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.Boundary.Criterion;

/** What every decision about a brand asks of it: that it exists. People go on talking of an archived one. */
public final class BrandGuard {

    private BrandGuard() {}

    /** That it was registered, as presence-service recorded it. */
    public static Criterion existence(String brandId) {
        return Criterion.tagged(BrandTags.life(brandId), BrandRegistered.class);
    }

    /**
     * Lets only a brand that exists pass.
     *
     * @throws NotFound where there is no such brand
     */
    public static void mustExist(BrandLife life) {
        if (life == BrandLife.UNKNOWN) {
            throw new NotFound("brand");
        }
    }
}
