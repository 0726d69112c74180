package io.parvis.reputation;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.eventing.testing.RecordedFacts;
import java.util.List;
import java.util.UUID;

/** A brand as presence-service records it. */
public final class KnownBrand {

    private KnownBrand() {}

    /** @return its id */
    public static String registered(RecordedFacts facts) {
        var brandId = "b" + UUID.randomUUID();
        facts.record(
                new BrandRegistered(new BrandId(brandId), brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
        return brandId;
    }
}
