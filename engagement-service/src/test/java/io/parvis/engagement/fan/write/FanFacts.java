package io.parvis.engagement.fan.write;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened before, in the words of the domain. */
public final class FanFacts {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    public static final Consent TAKES_PART = new Consent(ConsentPurpose.CONTESTS, true, "I take part.");

    /** Of f1, who had no entry in the index. */
    public static final FanErased ERASED = new FanErased(FAN, BRAND, List.of());

    private FanFacts() {}

    public static BrandRegistered brand() {
        return brand(BRAND);
    }

    public static BrandRegistered brand(BrandId brandId) {
        return new BrandRegistered(brandId, "velo", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    }

    public static FanRegistered fan() {
        return fan(FAN, null, null);
    }

    /** One that partner {@code p1} wrote, with a handle and, where it has an index, an e-mail address. */
    public static FanRegistered fan(FanId fanId, @Nullable String externalIndex, @Nullable String emailIndex) {
        var contact = new SealedContact(null, "handle", emailIndex == null ? null : "email", null);
        return new FanRegistered(fanId, BRAND, externalIndex, emailIndex, contact, "FR", List.of(TAKES_PART), "p1");
    }
}
