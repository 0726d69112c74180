package io.parvis.gateway.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys as people hold them, and the pair with which the gateway signs. */
public final class TestKeys {

    public static final String EVERYTHING = "pv_all-1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    public static final String EDITOR = "pv_editor_1_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb_-";
    public static final String UNKNOWN = "pv_editor_1_ccccccccccccccccccccccccccccccccccccccccccc";
    public static final String EXPIRED = "pv_expired_ddddddddddddddddddddddddddddddddddddddddddd";

    private TestKeys() {}

    static KeyPair signingPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
