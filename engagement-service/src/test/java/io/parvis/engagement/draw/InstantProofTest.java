package io.parvis.engagement.draw;

import static io.parvis.engagement.draw.Organiser.CONTEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.draw.InstantProof.Entry;
import io.parvis.engagement.draw.InstantProof.Lapse;
import io.parvis.engagement.draw.Moderation.Act;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service writes of an instant win, the shipped verifier reads; and it notices what the organiser changes. */
class InstantProofTest {

    private static final List<DrawPrize> PRIZES = List.of(new DrawPrize("Bicycle", 1), new DrawPrize("Jersey", 2));
    private static final Seed SEED = Seed.parse(Organiser.bytes("seed").hex());

    private final List<DrawRules.InForce> rules = new ArrayList<>(List.of(version(1, PRIZES)));
    private final List<Entry> entries = new ArrayList<>();
    private final List<Map<String, Object>> receipts = new ArrayList<>();
    private final List<Moderation> moderation = new ArrayList<>();
    private final List<Long> wonBy = new ArrayList<>();
    private final List<Lapse> lapses = new ArrayList<>();
    private Seed revealed = SEED;

    @TempDir
    Path folder;

    private Verifier verifier;

    @BeforeEach
    void aContest() {
        verifier = new Verifier(folder);
        var moments = Moments.of(SEED, CONTEST, Organiser.OPENS, Organiser.CLOSES, PRIZES);
        var second = moments.get(1).at();
        enter("ada", Organiser.OPENS);
        enter("bo", moments.get(0).at());
        enter("bo", second);
        enter("chloé", second.plusSeconds(5));
        enter("didier", second.plusSeconds(4));
        moderation.add(new Moderation(Act.INVALIDATED, entries.getLast().leaf(), 130, Organiser.CLOSES, "A machine"));
        wonBy.addAll(List.of(position(1), position(3)));
        lapses.add(new Lapse(moments.get(0).prize(), position(1), Organiser.CLOSES, 131, "Not claimed in time"));
    }

    @Test
    void verifiesAgainstAllThatWasPinned() {
        var said = verify(
                        "--seed-commitment",
                        SEED.commitment().hex(),
                        "--root",
                        closing().merkleRoot().hex(),
                        "--public-key",
                        Organiser.KEY.publicKey(),
                        "--receipt",
                        verifier.json("receipt.json", receipts.get(3)))
                .said();

        assertThat(said)
                .contains("verified (", "3 winning moments", "the receipt's entry won: ", "2 moments were each won")
                .doesNotContain("FAIL");
    }

    @Test
    void showsAWinnerWhoWasNotTheFirst() {
        wonBy.set(1, position(4));

        assertThat(verify().said()).contains("FAIL  somebody else won");
    }

    @Test
    void showsAWinThatWasKeptBack() {
        wonBy.removeLast();

        assertThat(verify().said()).contains("FAIL  somebody else won");
    }

    @Test
    void showsASeedThatWasChosenLate() {
        revealed = Seed.fresh();

        assertThat(verify().said())
                .contains("FAIL  the seed is not the one committed to", "does NOT verify");
    }

    @Test
    void showsPrizesThatWereChangedAfterTheMomentsWereCommittedTo() {
        rules.add(new DrawRules.InForce(
                version(2, List.of(new DrawPrize("Bicycle", 1))).rules(), Organiser.OPENS, 105));

        assertThat(verify().said()).contains("FAIL  the rules do not say instant win, or period or prizes");
    }

    @Test
    void convictsAListThatJudgesAnEntryAtAnotherTime() {
        var late = entries.get(3);
        entries.set(3, new Entry(late.leaf(), late.at().minusSeconds(60)));
        var receipt = verifier.json("receipt.json", receipts.get(3));

        assertThat(verify("--receipt", receipt).said()).contains("CONVICTS the list: its entry was judged at another");
    }

    @Test
    void showsALapseOfWhatNobodyHeld() {
        lapses.add(new Lapse(1, position(0), Organiser.CLOSES, 132, "A mistake"));

        assertThat(verify().said()).contains("FAIL  a prize lapsed that its winner did not hold");
    }

    @Test
    void failsWhenAnyOneByteIsChanged() {
        var proof = proof();
        for (var at = 0; at < proof.length; at++) {
            proof[at] ^= 1;
            assertThat(verifier.verify(proof).code()).as("byte %s", at).isEqualTo(1);
            proof[at] ^= 1;
        }
        System.out.printf("Changed each of the %d bytes of an instant win's proof: none verified%n", proof.length);
    }

    private static DrawRules.InForce version(int number, List<DrawPrize> prizes) {
        var hash = Sha256.of("The official rules".getBytes(StandardCharsets.UTF_8));
        var rules = new DrawRules(
                number, Organiser.OPENS, Organiser.CLOSES, hash, prizes, Map.of("mechanic", "instant-win"));
        return new DrawRules.InForce(rules, Organiser.OPENS.minusSeconds(3600), 100);
    }

    private void enter(String fan, Instant at) {
        var position = 110 + 2L * entries.size();
        var secret = new EntrySecret(
                CONTEST, "entry-" + position, Organiser.bytes("pseudonym of " + fan), Organiser.bytes("salt " + position));
        entries.add(new Entry(new Leaf(position, secret.leaf(), secret.fan()), at));
        var inForce = rules.getFirst().rules();
        receipts.add(new Receipt(secret, position, at, 1, inForce.sha256(CONTEST), publication().sha256())
                .signed(Organiser.KEY));
    }

    private long position(int entry) {
        return entries.get(entry).leaf().position();
    }

    private static Publication publication() {
        return new Publication(CONTEST, SEED.commitment(), null);
    }

    private Closing closing() {
        var invalid = moderation.getFirst().entry();
        var valid = entries.stream()
                .map(Entry::leaf)
                .filter(leaf -> !leaf.equals(invalid))
                .toList();
        return Closing.of(publication(), rules, moderation, MerkleTree.of(valid), Organiser.CLOSES, 140);
    }

    private byte[] proof() {
        var reveal = new Drawn(revealed, null, Organiser.CLOSES.plusSeconds(1), 142);
        return new InstantProof(publication(), rules, entries, moderation, closing(), reveal, wonBy, lapses)
                .bytes(Organiser.KEY);
    }

    private Verifier.Verdict verify(String... options) {
        return verifier.verify(proof(), options);
    }
}
