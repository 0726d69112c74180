package io.parvis.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that a service publishes: the one that signs, and those that will sign or have signed.
 *
 * @param keys by their ids
 */
record KeySet(JsonObject node, String inUse, Map<String, String> keys, List<Fields> signatures) {

    private static final String HEX_16 = "[0-9a-f]{16}";
    private static final String KIND = "16 lower-case hex digits";

    static KeySet of(Object given) {
        var set = Fields.of(given, "the key set", "format", "inUse", "keys", "signatures");
        set.constant("format", "parvis-draw-keys-1");
        var keys = new LinkedHashMap<String, String>();
        for (var key : set.each("keys", "id", "publicKey")) {
            if (keys.put(key.matching("id", HEX_16, KIND), key.hash("publicKey")) != null) {
                throw new Malformed("The key set has a key twice.");
            }
        }
        var signatures = set.each("signatures", "keyId", "signature");
        return new KeySet(set.node(), set.matching("inUse", HEX_16, KIND), keys, signatures);
    }

    boolean idsAreRight() {
        return keys.containsKey(inUse)
                && keys.entrySet().stream()
                        .allMatch(key -> SignedStatement.keyId(key.getValue()).equals(key.getKey()));
    }

    /** @param trusted by their ids */
    boolean isSignedByOneOf(Map<String, String> trusted) {
        var signed = CanonicalWriter.bytes(node.without("signatures"));
        return signatures.stream().anyMatch(signature -> {
            var publicKey = trusted.get(signature.text("keyId"));
            return publicKey != null
                    && SignedStatement.verifies(
                            publicKey,
                            signed,
                            signature.matching("signature", "[0-9a-f]{128}", "128 lower-case hex digits"));
        });
    }
}
