package io.parvis.gateway.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that exist from the first start on, by name. */
@ConfigMapping(prefix = "parvis.initial-api-keys")
interface InitialKeysConfig {

    @WithParentName
    Map<String, InitialKey> byName();

    /** One of them. */
    interface InitialKey {

        /** The key itself: {@code pv_<id>_<43 characters of base64url>}. */
        String key();

        /**
         * Whose key it is. Keys with the same one are the same caller's, at once and one after the other; where it is
         * absent, the key's name is taken, so that another key under this name is the same caller's, too.
         */
        Optional<String> principal();

        /** What it may do: ops, admin, editor, approver, moderator, analyst, partner. */
        List<String> roles();

        /** For which brands, by id; {@code *} is every brand. */
        @WithDefault("*")
        List<String> brands();
    }
}
