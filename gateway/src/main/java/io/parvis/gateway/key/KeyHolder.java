package io.parvis.gateway.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose key a request came with.
 *
 * @param principal what services know the caller by, and what four-eyes rules compare; the same for all its keys
 * @param keyId of the key that was shown; nothing but the key is known by it
 * @param name what people call the key
 * @param expiresAt when the key ends; never, if null
 */
public record KeyHolder(
        String principal,
        String keyId,
        String name,
        List<Grant> grants,
        @Nullable Instant expiresAt) {

    boolean expiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
