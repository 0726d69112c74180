package io.parvis.proofs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every JDK has. */
public final class Sha256 {

    private Sha256() {}

    public static Bytes32 of(byte[] bytes) {
        return Bytes32.of(digest().digest(bytes));
    }

    /** Of a text's UTF-8, in lower-case hexadecimal digits. */
    public static String hex(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
