package io.parvis.engagement.fan.write.register;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterFanTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CampaignId CAMPAIGN = new CampaignId("c1");
    private static final FanId FAN = new FanId("f1");
    private static final FanId ANOTHER_FAN = new FanId("f2");

    private static final FanRegistered NEW = fan(ANOTHER_FAN, "x1", "m1");
    private static final RegisterFan REGISTER = new RegisterFan(NEW);
    private static final ReferralLinkMade LINK =
            new ReferralLinkMade("t0", CAMPAIGN, CampaignKind.CONTEST, BRAND, FAN, 2);

    @Test
    void registersAFanOfAnActiveBrand() {
        decider(new RegisterFanHandler()).given(brand()).when(REGISTER).then(NEW);
    }

    @Test
    void putsWhoeverComesThroughALinkOneCircleFurtherOut() {
        decider(new RegisterFanHandler())
                .given(brand())
                .when(new RegisterFan(NEW, new Invitation(true, LINK)))
                .then(NEW, new CircleJoined(CAMPAIGN, BRAND, ANOTHER_FAN, FAN, 3));
    }

    @Test
    void refusesASecondFanOfOneExternalId() {
        decider(new RegisterFanHandler())
                .given(brand(), fan(FAN, "x1", "m9"))
                .when(REGISTER)
                .thenRefused(ExternalIdTaken.class);
    }

    @Test
    void refusesASecondFanOfOneMailbox() {
        decider(new RegisterFanHandler())
                .given(brand(), fan(FAN, null, "m1"))
                .when(REGISTER)
                .thenRefused(EmailTaken.class);
    }

    @Test
    void refusesTheMailboxThatAnotherFanHasBySomeChange() {
        decider(new RegisterFanHandler())
                .given(
                        brand(),
                        fan(),
                        new FanContactChanged(FAN, BRAND, SealedContact.NONE, List.of(), "m1", List.of()))
                .when(REGISTER)
                .thenRefused(EmailTaken.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new RegisterFanHandler()).when(REGISTER).thenRefused(NotFound.class);
    }
}
