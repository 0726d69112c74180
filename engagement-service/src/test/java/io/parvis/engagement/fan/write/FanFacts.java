package io.parvis.engagement.fan.write;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanRegistered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened before, in the words of the domain. */
public final class FanFacts {

    public static final Consent TAKES_PART = new Consent(ConsentPurpose.CONTESTS, true, "I take part.");

    private FanFacts() {}

    public static BrandRegistered brand() {
        return new BrandRegistered(new BrandId("b1"), "velo", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    }

    public static FanRegistered fan() {
        return fan("f1", null, null);
    }

    /** One that partner {@code p1} wrote, with a handle and, where it has an index, an e-mail address. */
    public static FanRegistered fan(String fanId, @Nullable String externalIndex, @Nullable String emailIndex) {
        var contact = new SealedContact(null, "handle", emailIndex == null ? null : "email", null);
        return new FanRegistered(fanId, "b1", externalIndex, emailIndex, contact, "FR", List.of(TAKES_PART), "p1");
    }
}
