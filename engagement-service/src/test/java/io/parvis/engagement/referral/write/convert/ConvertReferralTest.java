package io.parvis.engagement.referral.write.convert;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.event.FanBecameCustomer;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.referral.event.ReferralConverted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConvertReferralTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CampaignId CAMPAIGN = new CampaignId("c1");
    private static final FanId FAN = new FanId("f1");
    private static final FanId ANOTHER_FAN = new FanId("f0");

    private static final FanBecameCustomer CUSTOMER = new FanBecameCustomer(FAN, BRAND, Instant.EPOCH);
    private static final CircleJoined FIRST = new CircleJoined(CAMPAIGN, BRAND, FAN, ANOTHER_FAN, 1);
    private static final CircleJoined SECOND = new CircleJoined(new CampaignId("c2"), BRAND, FAN, new FanId("f9"), 4);
    private static final ReferralConverted CONVERTED = new ReferralConverted(BRAND, CAMPAIGN, FAN, ANOTHER_FAN);
    private static final ConvertReferral CONVERT = new ConvertReferral(FAN, BRAND);

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
