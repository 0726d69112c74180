package io.parvis.engagement.fan.write.register;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterFanTest {

    private static final FanRegistered NEW = fan("f2", "x1", "m1");

    private final RegisterFanHandler handler = new RegisterFanHandler();

    @Test
    void registersAFanOfAnActiveBrand() {
        assertThat(decide(brand())).containsExactly(NEW);
    }

    @Test
    void refusesASecondFanOfOneExternalId() {
        assertThatThrownBy(() -> decide(brand(), fan("f1", "x1", "m9"))).isInstanceOf(ExternalIdTaken.class);
    }

    @Test
    void refusesASecondFanOfOneMailbox() {
        assertThatThrownBy(() -> decide(brand(), fan("f1", null, "m1"))).isInstanceOf(EmailTaken.class);
        assertThatThrownBy(() -> decide(
                        brand(), new FanContactChanged("f1", "b1", SealedContact.NONE, List.of(), "m1", List.of())))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        assertThatThrownBy(() -> decide()).isInstanceOf(NotFound.class);
    }

    private List<Object> decide(Object... given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new RegisterFan(NEW), state, Instant.EPOCH);
    }
}
