package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.drawing.Moderation.Act;
import io.parvis.proofs.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The organiser holds the key and may write any proof; each trick fails, or shows. */
class OrganisersTricksTest {

    @TempDir
    Path folder;

    private Verifier verifier;
    private Organiser organiser;

    @BeforeEach
    void aContestWithThreeEntries() {
        verifier = new Verifier(folder);
        organiser = new Organiser();
        organiser.enter("ada");
        organiser.enter("bo");
        organiser.enter("chloé");
    }

    @Test
    void aWholeProofMadeAfterwardsFailsAgainstThePinnedCommitment() {
        var pinned = organiser.seed.commitment().hex();
        organiser.seed =
                organiser.revealed = Seed.parse(Organiser.bytes("a better one").hex());

        fails("the seed commitment is not the pinned one", "--seed-commitment", pinned);
        assertThat(verifier.verify(organiser.bytes()).isVerified())
                .as("by itself it is whole: that is what pinning is for")
                .isTrue();
    }

    @Test
    void aWholeProofMadeAfterwardsFailsAgainstThePinnedRoot() {
        var pinned = organiser.close().merkleRoot().hex();
        organiser.closedPosition = 0;
        organiser.enter("an accomplice");

        fails("the Merkle root is not the pinned one", "--root", pinned);
    }

    @Test
    void aSeedThatWasNotCommittedToFails() {
        organiser.revealed = Seed.parse(Organiser.bytes("chosen late").hex());

        fails("the seed is not the one committed to");
    }

    @Test
    void anotherSeedCommitmentIsConvictedByAnyReceipt() {
        organiser.seed =
                organiser.revealed = Seed.parse(Organiser.bytes("a better one").hex());

        convicts("another seed commitment or beacon was promised", organiser.receipts.getFirst());
    }

    @Test
    void anotherBeaconIsConvictedByAnyReceipt() {
        organiser.beacon = new Beacon(Organiser.QUICKNET, Organiser.FIRST_ROUND - 1);

        convicts("another seed commitment or beacon was promised", organiser.receipts.getFirst());
    }

    @Test
    void anEntryAddedAfterTheClosingFails() {
        var closing = organiser.close();
        organiser.position += 5;
        organiser.enter("an accomplice");

        var verdict = verifier.verify(organiser.proof(closing).bytes(Organiser.KEY));

        assertThat(verdict.isVerified()).isFalse();
        assertThat(verdict.said()).contains("not all between publication and closing", "root or size of the closing");
    }

    @Test
    void anEntryLeftOutFailsAndIsConvictedByItsReceipt() {
        var closing = organiser.close();
        organiser.entries.removeFirst();

        assertThat(verifier.verify(organiser.proof(closing).bytes(Organiser.KEY))
                        .said())
                .contains("FAIL  the Merkle root or size");
        convicts("CONVICTS the list", organiser.receipts.getFirst());
    }

    @Test
    void aReceiptShowsItsEntryInTheDraw() {
        var receipt = verifier.json("receipt.json", organiser.receipts.getFirst());

        var verdict = verifier.verify(organiser.bytes(), "--receipt", receipt);

        assertThat(verdict.said()).contains("ok    the receipt's entry is in the draw");
        assertThat(verdict.isVerified()).isTrue();
    }

    @Test
    void aReceiptIsReadHoweverItWasKept() {
        var canonical = new String(CanonicalJson.bytes(organiser.receipts.getFirst()), StandardCharsets.UTF_8);
        var answer = "{\n  \"entryId\": \"e\",\n  \"receipt\": " + canonical.replace(",", ",\n    ") + "\n}\n";
        var receipt = verifier.file("receipt.json", answer.getBytes(StandardCharsets.UTF_8));

        assertThat(verifier.verify(organiser.bytes(), "--receipt", receipt).isVerified())
                .isTrue();
    }

    @Test
    void aForgedReceiptProvesNothing() {
        var forged = new HashMap<>(organiser.receipts.getFirst());
        forged.put("position", 100_000L);

        var verdict = verifier.verify(organiser.bytes(), "--receipt", verifier.json("receipt.json", forged));

        assertThat(verdict.isVerified()).isFalse();
        assertThat(verdict.said()).contains("it proves nothing").doesNotContain("CONVICTS");
    }

    @Test
    void anInvalidationIsPublishedWithItsReason() {
        organiser.moderate(Act.INVALIDATED, organiser.entries.getFirst(), "Entered by a machine");
        var receipt = verifier.json("receipt.json", organiser.receipts.getFirst());

        var verdict = verifier.verify(organiser.bytes(), "--receipt", receipt);

        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.said())
                .contains("the receipt's entry is accounted for", "the entry was invalidated: Entered by a machine");
    }

    @Test
    void anInvalidationAfterTheClosingFails() {
        var closing = organiser.close();
        organiser.moderate(Act.INVALIDATED, organiser.entries.getFirst(), "Would have won");

        var verdict = verifier.verify(organiser.proof(closing).bytes(Organiser.KEY));

        assertThat(verdict.said())
                .contains(
                        "FAIL  invalidations and reinstatements contradict each other",
                        "FAIL  the Merkle root or size",
                        "FAIL  the closing names another publication");
    }

    @Test
    void aSecondClosingShowsBesideTheFirst() {
        var first = verifier.json("closing.json", organiser.close().signed(Organiser.KEY));
        organiser.closedPosition = 0;
        organiser.moderate(Act.INVALIDATED, organiser.entries.getFirst(), "Would have won");

        fails("two closings were signed", "--closing", first);
    }

    @Test
    void aSaltChosenLateIsConvictedByTheReceipt() {
        var entry = organiser.entries.getFirst();
        var better = new EntrySecret(
                Organiser.CONTEST,
                new EntryId("entry-" + entry.position()),
                entry.fan(),
                Organiser.bytes("a luckier salt"));
        organiser.entries.set(0, new Leaf(entry.position(), better.leaf(), entry.fan()));

        convicts("CONVICTS the list", organiser.receipts.getFirst());
    }

    @Test
    void anotherPseudonymIsConvictedByTheReceipt() {
        var entry = organiser.entries.getFirst();
        organiser.entries.set(
                0,
                new Leaf(
                        entry.position(), entry.leaf(), organiser.entries.get(1).fan()));

        convicts("CONVICTS the list", organiser.receipts.getFirst());
    }

    @Test
    void rulesSwappedAreConvictedByTheReceipt() {
        organiser.rules.set(
                0,
                new DrawRules.InForce(
                        Organiser.rules(1, Organiser.CLOSES, List.of(new DrawPrize("A postcard", 1))),
                        Organiser.OPENS.minusSeconds(3600),
                        101));

        convicts("other rules were in force at entry", organiser.receipts.getFirst());
    }

    @Test
    void rulesChangedOpenlyShow() {
        organiser.inForce(
                Organiser.rules(2, Organiser.CLOSES, List.of(new DrawPrize("A postcard", 1))),
                Organiser.OPENS.plusSeconds(3600));

        var verdict = verifier.verify(organiser.bytes());

        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.said()).contains("note  the prizes were changed while the contest ran");
    }

    @Test
    void closingEarlyFails() {
        organiser.closedAt = Organiser.CLOSES.minusNanos(1);

        fails("before the time of the rules");
    }

    @Test
    void aRoundBeforeTheClosingFails() {
        organiser.round = Organiser.FIRST_ROUND - 1;

        fails("is not the one that was due");
    }

    @Test
    void aRoundThatLookedBetterFails() {
        organiser.round = Organiser.FIRST_ROUND + 1;

        fails("is not the one that was due");
    }

    @Test
    void aRoundKnownWhenTheContestClosedLateFails() {
        organiser.closedAt = Organiser.CLOSES.plusSeconds(60);

        fails("is not the one that was due");
        organiser.round = Organiser.FIRST_ROUND + 20;
        assertThat(verifier.verify(organiser.bytes()).isVerified()).isTrue();
    }

    @Test
    void aSourceNobodyKnowsSaysSo() {
        organiser.beacon = new Beacon("The lottery of Saturday", 12);
        organiser.round = 13;

        var verdict = verifier.verify(organiser.bytes());

        assertThat(verdict.isVerified()).isTrue();
        assertThat(verdict.said()).contains("cannot be checked, nor why a later round");
        organiser.round = 11;
        fails("is before the first admissible one");
    }

    @Test
    void aBeaconThatWasNamedAndNotUsedFails() {
        var honest = organiser.proof();
        var without = new Drawn(
                organiser.seed, null, honest.drawn().at(), honest.drawn().position());

        var verdict = verifier.verify(new DrawProof(
                        honest.publication(),
                        honest.rules(),
                        honest.leaves(),
                        honest.moderation(),
                        honest.closing(),
                        without,
                        List.of())
                .bytes(Organiser.KEY));

        assertThat(verdict.said()).contains("FAIL  the beacon named and the one drawn with do not agree");
    }

    @Test
    void winnersSwappedUnderAGoodSealFail() {
        var text = new String(organiser.bytes(), StandardCharsets.UTF_8);
        var swapped = text.replaceFirst(
                "\"winners\":\\[(\\{[^}]*),\"prize\":0},(\\{[^}]*),\"prize\":1}",
                "\"winners\":[$2,\"prize\":0},$1,\"prize\":1}");

        assertThat(swapped).isNotEqualTo(text);
        assertThat(verifier.verify(DrawProofTest.sealed(swapped).getBytes(StandardCharsets.UTF_8))
                        .said())
                .contains("FAIL  the winners are not those")
                .contains("ok    the seal is signed");
    }

    @Test
    void aRedrawToAFriendFails() {
        organiser.enter("didier");
        organiser.enter("eve");
        organiser.close();
        var outcome = organiser.proof().outcome();
        organiser.redraw(
                0,
                outcome.winners().getFirst().leaf().position(),
                outcome.alternates().get(1).position(),
                "Did not claim");

        fails("a redraw does not take a prize from its holder to the next alternate");
    }

    @Test
    void drawnTwiceGivesTheSameWinners() {
        var again = organiser.proof().outcome();

        assertThat(organiser.proof().outcome()).isEqualTo(again);
    }

    @Test
    void twoEntriesOfOneFanShareAPseudonymAndNothingElse() {
        organiser.enter("ada");
        var first = organiser.entries.getFirst();
        var second = organiser.entries.getLast();

        assertThat(second.fan()).isEqualTo(first.fan());
        assertThat(second.leaf()).isNotEqualTo(first.leaf());
        assertThat(new String(organiser.bytes(), StandardCharsets.UTF_8)).doesNotContain("pseudonym", "entry-", "salt");
    }

    @Test
    void aBeaconsValueHasOneSpelling() {
        for (var value : List.of("C0FFEE", "c0ffe", "", "0xc0ffee", " c0ffee")) {
            assertThat(catchThrowable(() -> new BeaconValue(1, value)))
                    .as(value)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theDueRoundIsTheFirstLaterThanTheClosing() {
        var beacon = new Beacon(Organiser.QUICKNET, 1);
        var genesis = Instant.ofEpochSecond(1_692_803_367);

        assertThat(beacon.dueRound(genesis.minusNanos(1))).hasValue(1);
        assertThat(beacon.dueRound(genesis)).hasValue(2);
        assertThat(beacon.dueRound(genesis.plusSeconds(3).minusNanos(1))).hasValue(2);
        assertThat(beacon.dueRound(genesis.plusSeconds(3))).hasValue(3);
        assertThat(beacon.timeOf(2)).hasValue(genesis.plusSeconds(3));
        assertThat(beacon.admits(3, genesis.plusSeconds(3))).isTrue();
        assertThat(beacon.admits(4, genesis.plusSeconds(3))).isFalse();
        assertThat(new Beacon("x", 5).admits(4, genesis)).isFalse();
    }

    private static Throwable catchThrowable(ThrowingCallable call) {
        return Assertions.catchThrowable(call);
    }

    private void fails(String why, String... options) {
        var verdict = verifier.verify(organiser.bytes(), options);
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.said()).contains(why).contains("does NOT verify");
    }

    private void convicts(String why, Map<String, Object> receipt) {
        var verdict = verifier.verify(organiser.bytes(), "--receipt", verifier.json("receipt.json", receipt));
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.said()).contains(why);
    }
}
