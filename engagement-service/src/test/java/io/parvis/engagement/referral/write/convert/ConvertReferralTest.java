package io.parvis.engagement.referral.write.convert;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.referral.event.ReferralConverted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConvertReferralTest {

    private static final FanBecameCustomer CUSTOMER = new FanBecameCustomer("f1", "b1", Instant.EPOCH);
    private static final CircleJoined FIRST = new CircleJoined("c1", "b1", "f1", "f0", 1);
    private static final CircleJoined SECOND = new CircleJoined("c2", "b1", "f1", "f9", 4);
    private static final ReferralConverted CONVERTED = new ReferralConverted("b1", "c1", "f1", "f0");
    private static final ConvertReferral CONVERT = new ConvertReferral("f1", "b1");

    @Test
    void convertsForWhoeverTouchedTheFanFirst() {
        decider(new ConvertReferralHandler())
                .given(fan(), FIRST, SECOND, CUSTOMER)
                .when(CONVERT)
                .then(CONVERTED);
    }

    @Test
    void convertsOnce() {
        decider(new ConvertReferralHandler())
                .given(fan(), FIRST, CUSTOMER, CONVERTED)
                .when(CONVERT)
                .thenNothing();
    }

    @Test
    void convertsNobodyWhoCameThroughNobody() {
        decider(new ConvertReferralHandler())
                .given(fan(), CUSTOMER)
                .when(CONVERT)
                .thenNothing();
    }

    @Test
    void countsNoTouchAfterTheFanBecameACustomer() {
        decider(new ConvertReferralHandler())
                .given(fan(), CUSTOMER, FIRST)
                .when(CONVERT)
                .thenNothing();
    }

    @Test
    void recordsNothingMoreOfAnErasedFan() {
        decider(new ConvertReferralHandler())
                .given(fan(), FIRST, CUSTOMER, ERASED)
                .when(CONVERT)
                .thenNothing();
    }
}
