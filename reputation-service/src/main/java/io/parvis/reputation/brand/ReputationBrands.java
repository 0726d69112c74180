package io.parvis.reputation.brand;

import io.parvis.edge.brand.KnownBrandProjection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps the view that {@link io.parvis.edge.brand.KnownBrands} asks. */
@Singleton
class ReputationBrands {

    @Produces
    @Singleton
    KnownBrandProjection known() {
        return new KnownBrandProjection("reputation.known-brands");
    }
}
