package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.drawing.InstantProof.Entry;
import io.parvis.engagement.drawing.InstantProof.Lapse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service writes of an instant win, the shipped verifier reads; and it notices what the organiser changes. */
@Tag("slow")
class InstantProofTest {

    private final InstantOrganiser organiser = new InstantOrganiser();

    @TempDir
    Path folder;

    private Verifier verifier;

    @BeforeEach
    void verifier() {
        verifier = new Verifier(folder);
    }

    @Test
    void verifiesAgainstAllThatWasPinned() {
        var said = verify(
                        "--seed-commitment",
                        InstantOrganiser.SEED.commitment().hex(),
                        "--root",
                        organiser.closing().merkleRoot().hex(),
                        "--public-key",
                        Organiser.KEY.publicKey(),
                        "--receipt",
                        verifier.json("receipt.json", organiser.receipts.get(3)))
                .said();

        assertThat(said)
                .contains("verified (", "3 winning moments", "the receipt's entry won: ", "2 moments were each won")
                .doesNotContain("FAIL");
    }

    @Test
    void showsAWinnerWhoWasNotTheFirst() {
        organiser.wonBy.set(1, organiser.position(4));

        assertThat(verify().said()).contains("FAIL  somebody else won");
    }

    @Test
    void showsAWinThatWasKeptBack() {
        organiser.wonBy.removeLast();

        assertThat(verify().said()).contains("FAIL  somebody else won");
    }

    @Test
    void showsASeedThatWasChosenLate() {
        organiser.revealed = Seed.fresh();

        assertThat(verify().said()).contains("FAIL  the seed is not the one committed to", "does NOT verify");
    }

    @Test
    void showsPrizesThatWereChangedAfterTheMomentsWereCommittedTo() {
        organiser.rules.add(InstantOrganiser.version(2, List.of(new DrawPrize("Bicycle", 1)), 105));

        assertThat(verify().said()).contains("FAIL  the rules do not say instant win, or period or prizes");
    }

    @Test
    void convictsAListThatJudgesAnEntryAtAnotherTime() {
        var late = organiser.entries.get(3);
        organiser.entries.set(3, new Entry(late.leaf(), late.at().minusSeconds(60)));
        var receipt = verifier.json("receipt.json", organiser.receipts.get(3));

        assertThat(verify("--receipt", receipt).said()).contains("CONVICTS the list: its entry was judged at another");
    }

    @Test
    void showsALapseOfWhatNobodyHeld() {
        organiser.lapses.add(new Lapse(1, organiser.position(0), Organiser.CLOSES, 132, "A mistake"));

        assertThat(verify().said()).contains("FAIL  a prize lapsed that its winner did not hold");
    }

    @Test
    void failsWhenAnyOneByteIsChanged() {
        var proof = organiser.bytes();
        for (var at = 0; at < proof.length; at++) {
            proof[at] ^= 1;
            assertThat(verifier.verify(proof).code()).as("byte %s", at).isEqualTo(1);
            proof[at] ^= 1;
        }
        System.out.printf("Changed each of the %d bytes of an instant win's proof: none verified%n", proof.length);
    }

    private Verifier.Verdict verify(String... options) {
        return verifier.verify(organiser.bytes(), options);
    }
}
