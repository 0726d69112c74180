package io.parvis.engagement.fan.write.change;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.ContactField;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanCountryChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.personal.FanVault.Prepared;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeFanTest {

    private static final SealedContact NEW_EMAIL = new SealedContact(null, null, "new", null);

    private final ChangeFanHandler handler = new ChangeFanHandler();

    @Test
    void changesTheCountryOnly() {
        assertThat(decide(toCountry("BE"), fan("f1", null, null)))
                .isEqualTo(List.of(new FanCountryChanged("f1", "b1", "BE")));
        assertThat(decide(toCountry("FR"), fan("f1", null, null))).isEmpty();
    }

    @Test
    void changesTheMailboxAndGivesUpTheOneBefore() {
        assertThat(decide(toMailbox("m2"), fan("f1", null, "m1")))
                .isEqualTo(List.of(new FanContactChanged("f1", "b1", NEW_EMAIL, List.of(), "m2", List.of("m1"))));
    }

    @Test
    void givesUpNothingWhereTheSameMailboxIsWrittenOtherwise() {
        assertThat(decide(toMailbox("m1"), fan("f1", null, "m1")))
                .isEqualTo(List.of(new FanContactChanged("f1", "b1", NEW_EMAIL, List.of(), null, List.of())));
    }

    @Test
    void refusesAnothersMailbox() {
        assertThatThrownBy(() -> decide(toMailbox("m2"), fan("f1", null, "m1"), fan("f2", null, "m2")))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void takesNoMailboxBackThatIsBeingReleased() {
        var changed = new FanContactChanged("f1", "b1", NEW_EMAIL, List.of(), "m2", List.of("m1"));

        assertThatThrownBy(() -> decide(toMailbox("m1"), fan("f1", null, "m1"), changed))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void removesWhatThereIsAndNothingElse() {
        assertThat(decide(removing(ContactField.EMAIL, ContactField.BIRTH_DATE), fan("f1", null, "m1")))
                .isEqualTo(List.of(new FanContactChanged(
                        "f1", "b1", SealedContact.NONE, List.of(ContactField.EMAIL), null, List.of("m1"))));
        assertThat(decide(removing(ContactField.BIRTH_DATE), fan("f1", null, "m1")))
                .isEmpty();
    }

    @Test
    void knowsNoFanThatIsErasedOrAnotherWriters() {
        assertThatThrownBy(() -> decide(toCountry("BE"), fan("f1", null, null), new FanErased("f1", "b1", List.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(
                        new ChangeFan("f1", "b1", "p2", "BE", Prepared.NOTHING, Set.of()), fan("f1", null, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(toCountry("BE"))).isInstanceOf(NotFound.class);
    }

    private static ChangeFan toCountry(String country) {
        return new ChangeFan("f1", "b1", "p1", country, Prepared.NOTHING, Set.of());
    }

    private static ChangeFan toMailbox(String index) {
        return new ChangeFan("f1", "b1", "p1", null, new Prepared(NEW_EMAIL, null, index), Set.of());
    }

    private static ChangeFan removing(ContactField... fields) {
        return new ChangeFan("f1", "b1", "p1", null, Prepared.NOTHING, Set.of(fields));
    }

    private List<?> decide(ChangeFan command, Object... given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(command, state, Instant.EPOCH);
    }
}
