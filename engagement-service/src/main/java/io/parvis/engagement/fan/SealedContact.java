package io.parvis.engagement.fan;

import org.jspecify.annotations.Nullable;

/** Contact data as the log has it: each field apart, encrypted under the fan's key, in base64; null where there is none. */
public record SealedContact(
        @Nullable String externalId,
        @Nullable String handle,
        @Nullable String email,
        @Nullable String birthDate) {

    public static final SealedContact NONE = new SealedContact(null, null, null, null);
}
