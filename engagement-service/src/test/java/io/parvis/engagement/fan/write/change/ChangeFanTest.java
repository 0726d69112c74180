package io.parvis.engagement.fan.write.change;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.personal.FanVault.Prepared;
import io.parvis.engagement.id.FanId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeFanTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final SealedContact NEW_EMAIL = new SealedContact(null, null, "new", null);

    @Test
    void changesTheCountryOnly() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, null))
                .when(toCountry("BE"))
                .then(new FanCountryChanged(FAN, BRAND, "BE"));
    }

    @Test
    void changesNothingWhereTheCountryIsTheSame() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, null))
                .when(toCountry("FR"))
                .thenNothing();
    }

    @Test
    void changesTheMailboxAndGivesUpTheOneBefore() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, "m1"))
                .when(toMailbox("m2"))
                .then(new FanContactChanged(FAN, BRAND, NEW_EMAIL, List.of(), "m2", List.of("m1")));
    }

    @Test
    void givesUpNothingWhereTheSameMailboxIsWrittenOtherwise() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, "m1"))
                .when(toMailbox("m1"))
                .then(new FanContactChanged(FAN, BRAND, NEW_EMAIL, List.of(), null, List.of()));
    }

    @Test
    void refusesAnothersMailbox() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, "m1"), fan(new FanId("f2"), null, "m2"))
                .when(toMailbox("m2"))
                .thenRefused(EmailTaken.class);
    }

    @Test
    void takesNoMailboxBackThatIsBeingReleased() {
        decider(new ChangeFanHandler())
                .given(
                        fan(FAN, null, "m1"),
                        new FanContactChanged(FAN, BRAND, NEW_EMAIL, List.of(), "m2", List.of("m1")))
                .when(toMailbox("m1"))
                .thenRefused(EmailTaken.class);
    }

    @Test
    void removesWhatThereIs() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, "m1"))
                .when(removing(ContactField.EMAIL, ContactField.BIRTH_DATE))
                .then(new FanContactChanged(
                        FAN, BRAND, SealedContact.NONE, List.of(ContactField.EMAIL), null, List.of("m1")));
    }

    @Test
    void removesNothingThatThereIsNot() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, "m1"))
                .when(removing(ContactField.BIRTH_DATE))
                .thenNothing();
    }

    @Test
    void knowsNoErasedFan() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, null), ERASED)
                .when(toCountry("BE"))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoFanOfAnotherWriter() {
        decider(new ChangeFanHandler())
                .given(fan(FAN, null, null))
                .when(new ChangeFan(FAN, BRAND, "p2", "BE", Prepared.NOTHING, Set.of()))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNobodyWhoWasNeverRegistered() {
        decider(new ChangeFanHandler()).when(toCountry("BE")).thenRefused(NotFound.class);
    }

    private static ChangeFan toCountry(String country) {
        return new ChangeFan(FAN, BRAND, "p1", country, Prepared.NOTHING, Set.of());
    }

    private static ChangeFan toMailbox(String index) {
        return new ChangeFan(FAN, BRAND, "p1", null, new Prepared(NEW_EMAIL, null, index), Set.of());
    }

    private static ChangeFan removing(ContactField... fields) {
        return new ChangeFan(FAN, BRAND, "p1", null, Prepared.NOTHING, Set.of(fields));
    }
}
