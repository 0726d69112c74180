package io.parvis.gateway.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param name what people call the key
 * @param expiresAt when the key ends; never, if null
 */
public record Caller(
        String keyId,
        String name,
        List<Grant> grants,
        @Nullable Instant expiresAt) {

    /** What services know the caller by, and what four-eyes rules compare. */
    public String principal() {
        return "key:" + keyId;
    }

    boolean expiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
