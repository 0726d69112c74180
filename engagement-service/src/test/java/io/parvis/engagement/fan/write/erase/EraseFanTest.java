package io.parvis.engagement.fan.write.erase;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanErased;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EraseFanTest {

    private final EraseFanHandler handler = new EraseFanHandler();

    @Test
    void erasesAFanWithItsEntriesInTheIndex() {
        assertThat(decide(null, fan("f1", "x1", "m1"))).containsExactly(new FanErased("f1", "b1", List.of("x1", "m1")));
    }

    @Test
    void namesTheMailboxThatTheFanHasNow() {
        var changed = new FanContactChanged("f1", "b1", SealedContact.NONE, List.of(), "m2", List.of("m1"));

        assertThat(decide(null, fan("f1", null, "m1"), changed))
                .containsExactly(new FanErased("f1", "b1", List.of("m2")));
    }

    @Test
    void recordsItOnce() {
        assertThat(decide(null, fan("f1", "x1", null), new FanErased("f1", "b1", List.of("x1"))))
                .isEmpty();
    }

    @Test
    void letsAPartnerEraseWhatItWroteOnly() {
        assertThat(decide("p1", fan("f1", null, null))).hasSize(1);
        assertThatThrownBy(() -> decide("p2", fan("f1", null, null))).isInstanceOf(NotFound.class);
    }

    @Test
    void knowsNobodyWhoWasNeverRegistered() {
        assertThatThrownBy(() -> decide(null)).isInstanceOf(NotFound.class);
    }

    private List<FanErased> decide(@Nullable String onlyOf, Object... given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new EraseFan("f1", "b1", onlyOf), state, Instant.EPOCH);
    }
}
