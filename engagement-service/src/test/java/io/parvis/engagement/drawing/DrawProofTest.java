package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.proofs.CanonicalJson;
import io.parvis.proofs.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service writes, the shipped verifier reads; and it notices any change. */
@Tag("slow")
class DrawProofTest {

    @TempDir
    Path folder;

    private Verifier verifier;

    @BeforeEach
    void verifier() {
        verifier = new Verifier(folder);
    }

    @Test
    void verifiesAgainstAllThatWasPinned() {
        var organiser = Organiser.eventful();
        var closing = verifier.json("closing.json", organiser.close().signed(Organiser.KEY));

        var verdict = verifier.verify(
                organiser.bytes(),
                "--seed-commitment",
                organiser.seed.commitment().hex(),
                "--root",
                organiser.close().merkleRoot().hex(),
                "--closing",
                closing,
                "--public-key",
                Organiser.KEY.publicKey());

        assertThat(verdict.said()).contains("verified (").doesNotContain("FAIL");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void isTheSameBytesEveryTime() {
        assertThat(Organiser.eventful().bytes()).isEqualTo(Organiser.eventful().bytes());
    }

    @Test
    void saysWhenTheOrganiserIsTrusted() {
        var organiser = Organiser.eventful();
        var trusting = new Organiser();
        trusting.beacon = null;
        trusting.enter("ada");
        trusting.enter("bo");

        assertThat(verifier.verify(organiser.bytes()).said()).doesNotContain("operator-trusted");
        assertThat(verifier.verify(trusting.bytes()))
                .satisfies(verdict -> assertThat(verdict.isVerified()).isTrue())
                .satisfies(verdict -> assertThat(verdict.said()).contains("operator-trusted"));
    }

    @Test
    void verifiesAContestThatNobodyEntered() {
        assertThat(verifier.verify(new Organiser().bytes()).said()).contains("verified (");
    }

    @Test
    void takesAPrizeBackWhenNoAlternateIsLeft() {
        var organiser = new Organiser();
        organiser.enter("ada");
        organiser.close();
        organiser.redraw(0, organiser.entries.getFirst().position(), null, "Did not claim");

        assertThat(verifier.verify(organiser.bytes()).said()).contains("verified (");
    }

    /** Really every one, and twice: a bit that leaves most bytes the same kind of character, and one that does not. */
    @Test
    void failsWhenAnyOneByteIsChanged() {
        var proof = Organiser.eventful().bytes();
        for (var at = 0; at < proof.length; at++) {
            for (var bit : new int[] {1, 0x20}) {
                proof[at] ^= (byte) bit;
                var verdict = verifier.verify(proof);
                assertThat(verdict.code())
                        .as("byte %s changed to %s", at, proof[at])
                        .isEqualTo(1);
                proof[at] ^= (byte) bit;
            }
        }
        System.out.printf("Changed each of the %d bytes of a proof, in two ways: none verified%n", proof.length);
    }

    @Test
    void failsWhenAByteIsMissingOrAdded() {
        var proof = new String(Organiser.eventful().bytes(), StandardCharsets.UTF_8);
        for (var at = 0; at <= proof.length(); at += 7) {
            var longer = proof.substring(0, at) + " " + proof.substring(at);
            var shorter = proof.substring(0, at) + proof.substring(Math.min(at + 1, proof.length()));
            assertThat(verify(longer).code()).as("a space at %s", at).isEqualTo(1);
            if (at < proof.length()) {
                assertThat(verify(shorter).code()).as("one less at %s", at).isEqualTo(1);
            }
        }
    }

    /** The holder of the key may seal anything; what nobody looks at would be a place to hide something. */
    @Test
    void failsWhenTheKeyHolderAddsWhatTheFormatDoesNotKnow() {
        var text = new String(Organiser.eventful().bytes(), StandardCharsets.UTF_8);

        assertThat(verify(sealed(text.replace("{\"alternates\":", "{\"abc\":1,\"alternates\":")))
                        .said())
                .contains("something that the format does not know: \"abc\"");
        assertThat(verify(sealed(text.replace("{\"countries\":", "{ \"countries\":")))
                        .said())
                .contains("FAIL  not canonical JSON");
        assertThat(verify(sealed(text)).said()).contains("verified (");
    }

    private Verifier.Verdict verify(String proof) {
        return verifier.verify(proof.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a new seal on it, as only the holder of the key can. */
    static String sealed(String proof) {
        var body = proof.substring(0, proof.lastIndexOf(",\"seal\":"));
        var digest = Sha256.of((body + "}").getBytes(StandardCharsets.UTF_8)).hex();
        Map<String, Object> seal = new TreeMap<>(
                Map.of("contest", Organiser.CONTEST.value(), "digest", digest, "format", "parvis-draw-seal-1"));
        var signed = new String(CanonicalJson.bytes(Organiser.KEY.sign(seal)), StandardCharsets.UTF_8);
        return body + ",\"seal\":" + signed + "}";
    }
}
