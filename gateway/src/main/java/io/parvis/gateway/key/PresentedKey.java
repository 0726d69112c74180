package io.parvis.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as it was sent, less the secret: {@code pv_<id>_<43 characters of base64url>}.
 *
 * @param hash SHA-256 of the whole of it, in lower-case hex
 */
record PresentedKey(String id, String hash) {

    private static final Pattern FORM = Pattern.compile("pv_([A-Za-z0-9][A-Za-z0-9_-]{0,63})_[A-Za-z0-9_-]{43}");

    /** Empty where it has not the form of a key, so that nobody need be asked about it. */
    static Optional<PresentedKey> read(@Nullable String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(sent);
        return form.matches() ? Optional.of(new PresentedKey(form.group(1), sha256(sent))) : Optional.empty();
    }

    byte[] hashBytes() {
        return HexFormat.of().parseHex(hash);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
