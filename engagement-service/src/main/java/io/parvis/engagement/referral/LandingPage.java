package io.parvis.engagement.referral;

import io.parvis.edge.value.Key;
import io.parvis.edge.value.WebAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param url HTTPS with a host name in ASCII, without a user and without a fragment; a query is added to */
@Schema(name = "LandingPage")
public record LandingPage(
        @NotNull
        @Key
        @Size(max = 2_000)
        @WebAddress(schemes = "https", message = "must be an https address whose host can be one")
        @Pattern(
                regexp = "^https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?][!$-;=?-Z_a-z~]*)?$",
                message = "must be an https address without user and fragment")
        String url) {

    /** Where a link with that token leads. */
    public String with(String token) {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + "referralToken=" + token;
    }
}
