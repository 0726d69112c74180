package io.parvis.engagement.contest.write.moderate;

import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.ANOTHER_BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closing;
import static io.parvis.engagement.contest.write.ContestFacts.entered;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.contest.instant.InstantFacts;
import io.parvis.engagement.contest.log.ContestEntries;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import org.junit.jupiter.api.Test;

class ModerateEntryTest {

    private static final EntryId ENTRY = new EntryId("e1");

    private static final ContestEntered ENTERED = entered(ENTRY, ALICE, OPENS);

    /** What the draw knows the entry by. */
    private static final String LEAF = ContestEntries.secret(ENTERED).leaf().hex();

    private static final EntryInvalidated OUT = new EntryInvalidated(ENTRY, CONTEST, BRAND, ALICE, LEAF, "Staff");
    private static final EntryReinstated BACK = new EntryReinstated(ENTRY, CONTEST, BRAND, ALICE, LEAF, "Staff");
    private static final ModerateEntry TAKE_OUT = new ModerateEntry(ENTRY, CONTEST, BRAND, ALICE, false, "Staff");
    private static final ModerateEntry TAKE_BACK_IN = new ModerateEntry(ENTRY, CONTEST, BRAND, ALICE, true, "Staff");

    private static final DeciderFixture<ModerateEntry, ModerateEntryHandler.State, Nothing, Nothing> OF_AN_ENTRY =
            decider(new ModerateEntryHandler()).given(published()).and(ENTERED).at(OPENS);

    @Test
    void takesAnEntryOutByTheLeafThatTheDrawKnowsItBy() {
        OF_AN_ENTRY.when(TAKE_OUT).then(OUT);
    }

    @Test
    void takesAnEntryBackInByTheSameLeaf() {
        OF_AN_ENTRY.and(OUT).when(TAKE_BACK_IN).then(BACK);
    }

    @Test
    void takesAnEntryOutOnceMore() {
        OF_AN_ENTRY.and(OUT, BACK).when(TAKE_OUT).then(OUT);
    }

    @Test
    void takesNothingBackInThatIsNotOut() {
        OF_AN_ENTRY.when(TAKE_BACK_IN).thenRefused(EntryIsValid.class);
    }

    @Test
    void takesNothingOutTwice() {
        OF_AN_ENTRY.and(OUT).when(TAKE_OUT).thenRefused(EntryAlreadyInvalid.class);
    }

    @Test
    void takesNothingOutThatWonOnTheSpot() {
        decider(new ModerateEntryHandler())
                .given(InstantFacts.published())
                .and(InstantFacts.won(1), ENTERED)
                .when(TAKE_OUT)
                .thenRefused(EntryHasWon.class);
    }

    @Test
    void takesNothingOutOnceTheContestIsClosed() {
        OF_AN_ENTRY.and(closing()).when(TAKE_OUT).thenRefused(ContestIsClosed.class);
    }

    @Test
    void takesNothingBackInOnceTheContestIsClosed() {
        OF_AN_ENTRY.and(OUT, closing()).when(TAKE_BACK_IN).thenRefused(ContestIsClosed.class);
    }

    @Test
    void takesNothingOutOnceTheContestIsCancelled() {
        OF_AN_ENTRY.and(cancelled()).when(TAKE_OUT).thenRefused(ContestIsCancelled.class);
    }

    @Test
    void knowsNoEntryThatIsNotThere() {
        decider(new ModerateEntryHandler()).given(published()).when(TAKE_OUT).thenRefused(NotFound.class);
    }

    @Test
    void knowsNoEntryOfAnotherBrand() {
        OF_AN_ENTRY
                .when(new ModerateEntry(ENTRY, CONTEST, new BrandId(ANOTHER_BRAND), ALICE, false, "Staff"))
                .thenRefused(NotFound.class);
    }
}
