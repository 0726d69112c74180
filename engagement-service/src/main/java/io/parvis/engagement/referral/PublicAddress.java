package io.parvis.engagement.referral;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where people reach what is public. */
@ConfigMapping(prefix = "parvis.public")
public interface PublicAddress {

    /**
     * The address of the gateway as the world knows it, such as {@code https://api.example.org}, without a slash at the
     * end. Where it is not set, links are made with the address that their request came to.
     */
    Optional<String> url();
}
