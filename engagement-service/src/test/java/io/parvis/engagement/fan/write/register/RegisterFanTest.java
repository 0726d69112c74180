package io.parvis.engagement.fan.write.register;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.EmailTaken;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterFanTest {

    private static final FanRegistered NEW = fan("f2", "x1", "m1");
    private static final RegisterFan REGISTER = new RegisterFan(NEW);
    private static final ReferralLinkMade LINK = new ReferralLinkMade("t0", "c1", CampaignKind.CONTEST, "b1", "f1", 2);

    @Test
    void registersAFanOfAnActiveBrand() {
        decider(new RegisterFanHandler()).given(brand()).when(REGISTER).then(NEW);
    }

    @Test
    void putsWhoeverComesThroughALinkOneCircleFurtherOut() {
        decider(new RegisterFanHandler())
                .given(brand())
                .when(new RegisterFan(NEW, new Invitation(true, LINK)))
                .then(NEW, new CircleJoined("c1", "b1", "f2", "f1", 3));
    }

    @Test
    void refusesASecondFanOfOneExternalId() {
        decider(new RegisterFanHandler())
                .given(brand(), fan("f1", "x1", "m9"))
                .when(REGISTER)
                .thenRefused(ExternalIdTaken.class);
    }

    @Test
    void refusesASecondFanOfOneMailbox() {
        decider(new RegisterFanHandler())
                .given(brand(), fan("f1", null, "m1"))
                .when(REGISTER)
                .thenRefused(EmailTaken.class);
    }

    @Test
    void refusesTheMailboxThatAnotherFanHasBySomeChange() {
        decider(new RegisterFanHandler())
                .given(
                        brand(),
                        fan(),
                        new FanContactChanged("f1", "b1", SealedContact.NONE, List.of(), "m1", List.of()))
                .when(REGISTER)
                .thenRefused(EmailTaken.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new RegisterFanHandler()).when(REGISTER).thenRefused(NotFound.class);
    }
}
