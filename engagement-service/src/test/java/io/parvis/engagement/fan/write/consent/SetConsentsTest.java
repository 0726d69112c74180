package io.parvis.engagement.fan.write.consent;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.TAKES_PART;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetConsentsTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final Consent NEWSLETTER = new Consent(ConsentPurpose.NEWSLETTER, true, "Write to me.");

    @Test
    void replacesWhatWasSaidBefore() {
        decider(new SetConsentsHandler())
                .given(fan())
                .when(consenting(NEWSLETTER))
                .then(changed(NEWSLETTER));
    }

    @Test
    void takesBackWhatWasSaidBefore() {
        decider(new SetConsentsHandler()).given(fan()).when(consenting()).then(changed());
    }

    @Test
    void recordsNothingWhereTheSameIsSaidAgain() {
        decider(new SetConsentsHandler())
                .given(fan())
                .when(consenting(TAKES_PART))
                .thenNothing();
    }

    @Test
    void recordsNothingWhereTheSameIsSaidInAnotherOrder() {
        decider(new SetConsentsHandler())
                .given(fan(), changed(NEWSLETTER, TAKES_PART))
                .when(consenting(TAKES_PART, NEWSLETTER))
                .thenNothing();
    }

    @Test
    void knowsNoErasedFan() {
        decider(new SetConsentsHandler())
                .given(fan(), ERASED)
                .when(consenting(NEWSLETTER))
                .thenRefused(NotFound.class);
    }

    private static SetConsents consenting(Consent... consents) {
        return new SetConsents(FAN, BRAND, null, List.of(consents));
    }

    private static FanConsentsChanged changed(Consent... consents) {
        return new FanConsentsChanged(FAN, BRAND, List.of(consents));
    }
}
