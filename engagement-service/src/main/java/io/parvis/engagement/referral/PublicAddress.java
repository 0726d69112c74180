package io.parvis.engagement.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;

/** Where the world reaches what is public. */
@ConfigMapping(prefix = "parvis.public")
public interface PublicAddress {

    /**
     * The address of the gateway as the world knows it, such as {@code https://api.example.org}, without a slash at the
     * end. Share links begin with it; what a request says of where it was sent is never believed.
     */
    @WithDefault("http://localhost:8080")
    @Pattern(regexp = "https?://[A-Za-z0-9._:\\[\\]-]{1,255}+(/[A-Za-z0-9._~-]{1,255}+)*+")
    String url();
}
