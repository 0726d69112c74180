package io.parvis.engagement.fan.write.consent;

import static io.parvis.engagement.fan.write.FanFacts.TAKES_PART;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.fan.event.FanErased;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetConsentsTest {

    private static final Consent NEWSLETTER = new Consent(ConsentPurpose.NEWSLETTER, true, "Write to me.");

    private final SetConsentsHandler handler = new SetConsentsHandler();

    @Test
    void replacesWhatWasSaidBefore() {
        assertThat(decide(List.of(NEWSLETTER), fan()))
                .containsExactly(new FanConsentsChanged("f1", "b1", List.of(NEWSLETTER)));
        assertThat(decide(List.of(), fan())).containsExactly(new FanConsentsChanged("f1", "b1", List.of()));
    }

    @Test
    void recordsNothingWhereTheSameIsSaidAgain() {
        assertThat(decide(List.of(TAKES_PART), fan())).isEmpty();
        assertThat(decide(
                        List.of(TAKES_PART, NEWSLETTER),
                        fan(),
                        new FanConsentsChanged("f1", "b1", List.of(NEWSLETTER, TAKES_PART))))
                .isEmpty();
    }

    @Test
    void knowsNoErasedFan() {
        assertThatThrownBy(() -> decide(List.of(NEWSLETTER), fan(), new FanErased("f1", "b1", List.of())))
                .isInstanceOf(NotFound.class);
    }

    private List<FanConsentsChanged> decide(List<Consent> consents, Object... given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new SetConsents("f1", "b1", null, consents), state, Instant.EPOCH);
    }
}
