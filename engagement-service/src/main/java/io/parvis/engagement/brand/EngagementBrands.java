package io.parvis.engagement.brand;

import io.parvis.edge.brand.KnownBrandProjection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps the view that {@link io.parvis.edge.brand.KnownBrands} asks. */
@Singleton
class EngagementBrands {

    @Produces
    @Singleton
    KnownBrandProjection known() {
        return new KnownBrandProjection("engagement.known-brands");
    }
}
