package io.parvis.contracts.presence;

import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which presence-service records a brand's life. */
public final class BrandTags {

    public static final String LIFE = "brand-life";

    private BrandTags() {}

    /** Carried by what becomes of the brand itself, and by nothing that is done in its name: a small boundary. */
    public static Tag life(BrandId brandId) {
        return Tag.of(LIFE, brandId.value());
    }
}
