package io.parvis.launcher.secret;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** Text that nobody can guess. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private RandomText() {}

    /** 256 bits as 43 characters of base64url. */
    static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits());
    }

    /** 256 bits in plain base64, as keys are configured. */
    static String key() {
        return Base64.getEncoder().encodeToString(bits());
    }

    private static byte[] bits() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Lower-case letters and digits. */
    static String id(int length) {
        return RANDOM.ints(length, 0, LETTERS_AND_DIGITS.length())
                .mapToObj(LETTERS_AND_DIGITS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
