package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.proofs.SigningKey;
import io.parvis.proofs.SigningKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key follows another; the shipped verifier believes what either signed, by the key set. */
class SigningKeysTest {

    /** The first two keys of RFC 8032 (7.1). */
    private static final String OLD = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private static final String NEW = "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5baNrbD+bAisP9uykZdG7hGc+ZPuaoQb6b7";
    private static final String OLD_PUBLIC = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final SigningKey OLD_KEY = SigningKey.parse(OLD);
    private static final SigningKey NEW_KEY = SigningKey.parse(NEW);

    @TempDir
    Path folder;

    private final Organiser organiser = Organiser.eventful();
    private final byte[] signedBefore = organiser.bytes();
    private Verifier verifier;

    @BeforeEach
    void verifier() {
        verifier = new Verifier(folder);
    }

    @Test
    void signsWithTheFirstAndPublishesAll() {
        var keys = ring(NEW + "," + OLD_PUBLIC);

        assertThat(keys.inUse().id()).isEqualTo(NEW_KEY.id());
        assertThat(keys.published())
                .containsEntry("inUse", NEW_KEY.id())
                .containsEntry(
                        "keys",
                        List.of(
                                Map.of("id", NEW_KEY.id(), "publicKey", NEW_KEY.publicKey()),
                                Map.of("id", OLD_KEY.id(), "publicKey", OLD_KEY.publicKey())));
    }

    @Test
    void verifiesAProofThatARetiredKeySigned() {
        var set = published(NEW + "," + OLD_PUBLIC);

        var verdict = verifier.verify(signedBefore, "--keys", set, "--public-key", NEW_KEY.publicKey());

        assertThat(verdict.said())
                .contains("verified (", "the key set is signed by a key that was given")
                .contains("signed with key " + OLD_KEY.id());
        assertThat(verifier.verify(signedBefore, "--public-key", NEW_KEY.publicKey())
                        .said())
                .contains("FAIL  the public key is not the one given");
    }

    @Test
    void leadsFromTheKeyThatWasWrittenDownToTheNext() {
        var while2 = published(NEW + "," + OLD);

        assertThat(verifier.verify(proofBy(NEW_KEY), "--keys", while2, "--public-key", OLD_KEY.publicKey())
                        .said())
                .contains("verified (");
        assertThat(verifier.verify(
                                proofBy(NEW_KEY),
                                "--keys",
                                published(OLD + "," + NEW),
                                "--public-key",
                                OLD_KEY.publicKey())
                        .said())
                .contains("verified (");
    }

    @Test
    void verifiesAReceiptOfBeforeAgainstAProofOfAfter() {
        var receipt = verifier.json("receipt.json", organiser.receipts.getFirst());
        var proof = proofBy(NEW_KEY);

        assertThat(verifier.verify(proof, "--receipt", receipt).said()).contains("FAIL  the receipt is not signed");
        assertThat(verifier.verify(proof, "--receipt", receipt, "--keys", published(NEW + "," + OLD_PUBLIC))
                        .said())
                .contains("the receipt is signed by the key", "verified (");
    }

    @Test
    void believesNoSetThatNobodyTrustedSigned() {
        var forged = published(NEW + "," + OLD_PUBLIC);

        assertThat(verifier.verify(proofBy(NEW_KEY), "--keys", forged, "--public-key", OLD_KEY.publicKey())
                        .said())
                .contains("FAIL  the key set is signed by none of the keys that were given");
    }

    @Test
    void noticesAnyChangeOfTheSet() {
        var set = new TreeMap<>(ring(NEW + "," + OLD_PUBLIC).published());
        set.put("keys", List.of(Map.of("id", NEW_KEY.id(), "publicKey", NEW_KEY.publicKey())));

        assertThat(verifier.verify(proofBy(NEW_KEY), "--keys", verifier.json("set.json", set))
                        .said())
                .contains("FAIL  the key set is not signed by its key in use");
        set.put("keys", List.of(Map.of("id", OLD_KEY.id(), "publicKey", NEW_KEY.publicKey())));
        assertThat(verifier.verify(proofBy(NEW_KEY), "--keys", verifier.json("set.json", set))
                        .said())
                .contains("FAIL  the key set names a key by an id that is not the key's");
        set.put("more", 1);
        assertThat(verifier.verify(proofBy(NEW_KEY), "--keys", verifier.json("set.json", set))
                        .isVerified())
                .isFalse();
    }

    @Test
    void doesNotLetAKeyThatTheSetDoesNotNameSign() {
        assertThat(verifier.verify(signedBefore, "--keys", published(NEW)).said())
                .contains("FAIL  the public key is not the one given");
    }

    @Test
    void canOnlySignWithAPrivateKey() {
        assertThatThrownBy(() -> ring(OLD_PUBLIC + "," + NEW)).hasMessageContaining("begins with a public key");
    }

    @Test
    void isNamedByNoOtherIdThanItsOwn() {
        assertThat(ring(OLD_KEY.id() + ":" + OLD).inUse().id()).isEqualTo(OLD_KEY.id());
        assertThatThrownBy(() -> ring("2026:" + OLD)).hasMessageContaining("Write " + OLD_KEY.id() + ":base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64", OLD + "," + OLD, OLD + "," + OLD_PUBLIC, OLD + ",c2hvcnQ="})
    void refusesWhatIsNoRing(String configured) {
        assertThatThrownBy(() -> ring(configured)).hasMessageContaining("parvis.draw.signing-key");
    }

    private byte[] proofBy(SigningKey key) {
        return organiser.proof().bytes(key);
    }

    private String published(String configured) {
        return verifier.json("keys.json", ring(configured).published());
    }

    private static SigningKeys ring(String configured) {
        return SigningKeys.of("parvis-draw-keys-1", "parvis.draw.signing-key", configured);
    }
}
