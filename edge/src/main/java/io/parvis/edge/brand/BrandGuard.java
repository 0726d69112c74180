package io.parvis.edge.brand;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.contracts.presence.BrandTags;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.Criterion;

/** What every decision in a brand's name, or about a brand, asks of it. */
public final class BrandGuard {

    private BrandGuard() {}

    /** The brand's life, as presence-service recorded it: part of the decision's own condition. */
    public static Criterion life(BrandId brandId) {
        return Criterion.tagged(BrandTags.life(brandId), BrandRegistered.class, BrandArchived.class);
    }

    /** That it was registered, for decisions that hold of an archived one too. */
    public static Criterion existence(BrandId brandId) {
        return Criterion.tagged(BrandTags.life(brandId), BrandRegistered.class);
    }

    /**
     * Lets only a brand that may still do something new pass.
     *
     * @throws NotFound where there is no such brand
     * @throws BrandIsArchived where it has fallen silent
     */
    public static void mustBeActive(BrandLife life) {
        mustExist(life);
        if (life == BrandLife.ARCHIVED) {
            throw new BrandIsArchived();
        }
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
