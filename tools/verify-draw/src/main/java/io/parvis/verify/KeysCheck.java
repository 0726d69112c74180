package io.parvis.verify;

import java.util.HashMap;
import java.util.Map;

/** Which keys may have signed: those given, those that a published key set names, or else the one in the proof. */
final class KeysCheck {

    private final CheckReport report;
    private final TrustedValues pins;

    KeysCheck(CheckReport report, TrustedValues pins) {
        this.report = report;
        this.pins = pins;
    }

    /** @return by their ids */
    Map<String, String> run(Proof proof) {
        var publicKey = proof.key().hash("publicKey");
        var id = proof.key().matching("id", "[0-9a-f]{16}", "16 lower-case hex digits");
        var keys = new HashMap<String, String>();
        pins.publicKeys().forEach(key -> keys.put(SignedStatement.keyId(key), key));
        if (pins.keys() != null) {
            published(KeySet.of(pins.keys()), keys, SignedStatement.keyId(publicKey));
        }
        if (pins.publicKeys().isEmpty() && pins.keys() == null) {
            keys.put(SignedStatement.keyId(publicKey), publicKey);
            report.note("the public key comes from the proof itself: pin it with --public-key to know who signed");
        } else {
            report.check(
                    keys.containsValue(publicKey),
                    "the public key is the one given",
                    "the public key is not the one given");
        }
        report.check(
                SignedStatement.keyId(publicKey).equals(id),
                "the key's id is that of the key",
                "the key's id is not that of the key");
        return keys;
    }

    private void published(KeySet set, Map<String, String> given, String proofs) {
        var sound = report.check(
                set.idsAreRight(),
                "the key set names " + set.keys().size() + " keys by their ids",
                "the key set names a key by an id that is not the key's, or not the one in use");
        var signed = given.isEmpty()
                ? report.check(
                        set.isSignedByOneOf(Map.of(set.inUse(), set.keys().getOrDefault(set.inUse(), ""))),
                        "the key set is signed by its key in use",
                        "the key set is not signed by its key in use")
                : report.check(
                        set.isSignedByOneOf(given),
                        "the key set is signed by a key that was given",
                        "the key set is signed by none of the keys that were given");
        if (given.isEmpty()) {
            report.note("the keys come from the key set: was it written down before the draw, or got from elsewhere?");
        }
        if (sound && signed) {
            given.putAll(set.keys());
            if (set.keys().containsKey(proofs) && !proofs.equals(set.inUse())) {
                report.note("signed with key " + proofs + ", which the key set names and which is not the one in use");
            }
        }
    }
}
