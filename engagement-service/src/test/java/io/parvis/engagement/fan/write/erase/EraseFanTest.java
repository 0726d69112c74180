package io.parvis.engagement.fan.write.erase;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.id.FanId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraseFanTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final EraseFan ERASE = new EraseFan(FAN, BRAND, null);

    @Test
    void erasesAFanWithItsEntriesInTheIndex() {
        decider(new EraseFanHandler())
                .given(fan(FAN, "x1", "m1"))
                .when(ERASE)
                .then(new FanErased(FAN, BRAND, List.of("x1", "m1")));
    }

    @Test
    void namesTheMailboxThatTheFanHasNow() {
        decider(new EraseFanHandler())
                .given(
                        fan(FAN, null, "m1"),
                        new FanContactChanged(FAN, BRAND, SealedContact.NONE, List.of(), "m2", List.of("m1")))
                .when(ERASE)
                .then(new FanErased(FAN, BRAND, List.of("m2")));
    }

    @Test
    void recordsItOnce() {
        decider(new EraseFanHandler())
                .given(fan(FAN, "x1", null), new FanErased(FAN, BRAND, List.of("x1")))
                .when(ERASE)
                .thenNothing();
    }

    @Test
    void letsAPartnerEraseWhatItWrote() {
        decider(new EraseFanHandler())
                .given(fan(FAN, null, null))
                .when(new EraseFan(FAN, BRAND, "p1"))
                .then(new FanErased(FAN, BRAND, List.of()));
    }

    @Test
    void letsAPartnerEraseNothingThatAnotherWrote() {
        decider(new EraseFanHandler())
                .given(fan(FAN, null, null))
                .when(new EraseFan(FAN, BRAND, "p2"))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNobodyWhoWasNeverRegistered() {
        decider(new EraseFanHandler()).when(ERASE).thenRefused(NotFound.class);
    }
}
