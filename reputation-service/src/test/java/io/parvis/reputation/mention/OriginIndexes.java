package io.parvis.reputation.mention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Indexes as processes have them that are configured otherwise. */
public final class OriginIndexes {

    private OriginIndexes() {}

    /** A key that may be configured. */
    public static String key(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
    }

    public static OriginIndex of(String key, String... former) {
        return new OriginIndex(new OriginIndex.Config() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Optional<List<String>> formerKeys() {
                return Optional.of(List.of(former));
            }
        });
    }
}
