package io.parvis.engagement.contest.write.close;

import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.drawing.Closing;
import io.parvis.proofs.Bytes32;
import org.junit.jupiter.api.Test;

class SealEntriesTest {

    private static final SealEntries SEAL = new SealEntries(
            CONTEST, BRAND, new Closing(CONTEST, CLOSES, 7, hash("0a"), hash("0b"), hash("0c"), hash("0d"), 3));

    @Test
    void sealsTheEntriesOnceTheContestIsClosed() {
        decider(new SealEntriesHandler())
                .given(closed())
                .when(SEAL)
                .then(new EntriesSealed(
                        CONTEST, BRAND, CLOSES, 3, "0d".repeat(32), "0a".repeat(32), "0b".repeat(32), "0c".repeat(32)));
    }

    @Test
    void sealsNothingThatIsOpen() {
        decider(new SealEntriesHandler()).given(published()).when(SEAL).thenNothing();
    }

    @Test
    void sealsThemOnce() {
        decider(new SealEntriesHandler()).given(sealed()).when(SEAL).thenNothing();
    }

    @Test
    void sealsNothingThatIsCancelled() {
        decider(new SealEntriesHandler())
                .given(closed())
                .and(cancelled())
                .when(SEAL)
                .thenNothing();
    }

    private static Bytes32 hash(String digits) {
        return Bytes32.parse(digits.repeat(32));
    }
}
