package io.parvis.engagement.fan.write.erase;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.event.FanContactChanged;
import io.parvis.engagement.fan.event.FanErased;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraseFanTest {

    private static final EraseFan ERASE = new EraseFan("f1", "b1", null);

    @Test
    void erasesAFanWithItsEntriesInTheIndex() {
        decider(new EraseFanHandler())
                .given(fan("f1", "x1", "m1"))
                .when(ERASE)
                .then(new FanErased("f1", "b1", List.of("x1", "m1")));
    }

    @Test
    void namesTheMailboxThatTheFanHasNow() {
        decider(new EraseFanHandler())
                .given(
                        fan("f1", null, "m1"),
                        new FanContactChanged("f1", "b1", SealedContact.NONE, List.of(), "m2", List.of("m1")))
                .when(ERASE)
                .then(new FanErased("f1", "b1", List.of("m2")));
    }

    @Test
    void recordsItOnce() {
        decider(new EraseFanHandler())
                .given(fan("f1", "x1", null), new FanErased("f1", "b1", List.of("x1")))
                .when(ERASE)
                .thenNothing();
    }

    @Test
    void letsAPartnerEraseWhatItWrote() {
        decider(new EraseFanHandler())
                .given(fan("f1", null, null))
                .when(new EraseFan("f1", "b1", "p1"))
                .then(new FanErased("f1", "b1", List.of()));
    }

    @Test
    void letsAPartnerEraseNothingThatAnotherWrote() {
        decider(new EraseFanHandler())
                .given(fan("f1", null, null))
                .when(new EraseFan("f1", "b1", "p2"))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNobodyWhoWasNeverRegistered() {
        decider(new EraseFanHandler()).when(ERASE).thenRefused(NotFound.class);
    }
}
