package io.parvis.engagement.referral.write.convert;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.referral.event.ReferralConverted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvertReferralTest {

    private static final FanBecameCustomer CUSTOMER = new FanBecameCustomer("f1", "b1", Instant.EPOCH);
    private static final CircleJoined FIRST = new CircleJoined("c1", "b1", "f1", "f0", 1);
    private static final CircleJoined SECOND = new CircleJoined("c2", "b1", "f1", "f9", 4);
    private static final ReferralConverted CONVERTED = new ReferralConverted("b1", "c1", "f1", "f0");

    private final ConvertReferralHandler handler = new ConvertReferralHandler();

    @Test
    void convertsForWhoeverTouchedTheFanFirst() {
        assertThat(decide(fan(), FIRST, SECOND, CUSTOMER)).containsExactly(CONVERTED);
    }

    @Test
    void convertsOnce() {
        assertThat(decide(fan(), FIRST, CUSTOMER, CONVERTED)).isEmpty();
    }

    @Test
    void convertsNobodyWhoCameThroughNobody() {
        assertThat(decide(fan(), CUSTOMER)).isEmpty();
    }

    @Test
    void countsNoTouchAfterTheFanBecameACustomer() {
        assertThat(decide(fan(), CUSTOMER, FIRST)).isEmpty();
    }

    @Test
    void recordsNothingMoreOfAnErasedFan() {
        assertThat(decide(fan(), FIRST, CUSTOMER, new FanErased("f1", "b1", List.of())))
                .isEmpty();
    }

    private List<ReferralConverted> decide(Object... given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new ConvertReferral("f1", "b1"), state, Instant.EPOCH);
    }
}
