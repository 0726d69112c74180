package io.parvis.presence.brand;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.contracts.presence.BrandTags;
import io.parvis.eventing.command.ResourceType;
import io.parvis.presence.brand.event.BrandChanged;
import io.parvis.presence.brand.event.PersonaSet;

/** Which events make another version of what. */
public final class BrandVersions {

    /** A brand that commands change. */
    public static final ResourceType BRAND =
            ResourceType.tagged(BrandTags.LIFE, BrandRegistered.class, BrandChanged.class, BrandArchived.class);

    /** What a brand is to say who it is. */
    public static final ResourceType PERSONA = ResourceType.tagged("persona", PersonaSet.class);

    private BrandVersions() {}
}
