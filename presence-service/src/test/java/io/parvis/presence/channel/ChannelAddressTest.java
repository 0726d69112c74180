package io.parvis.presence.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelAddressTest {

    /** One that was claimed before there was a rule for text is held by the very letters of that claim. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@velo",
                "@V\u00e9lo",
                "@ve\u0301lo",
                "@ve\u0301lo-\u00e9",
                "@\u212bngstr\u00f6m",
                "@velo@b\u00fccher.example",
                "@velo@bu\u0308cher.example",
                "@velo@fa\u00df.example",
                "velo@xn--bcher-kva.example"
            })
    void hasTheFormInWhichAHandleWasClaimedOnce(String handle) {
        assertThat(ofHandle(handle))
                .contains("forum/@" + (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://Example.org/News/",
                "https://example.org:8443/news?a=B",
                "https://fa\u00df.example/",
                "https://FA\u1e9e.example/x",
                "https://b\u00fccher.example/",
                "https://bu\u0308cher.example/",
                "https://bu\u0308cher.\u00e9t\u00e9.example/",
                "https://\uff42\u00fccher.example/",
                "https://b\u00fccher\u3002example/",
                "https://\u03b2\u03cc\u03bb\u03bf\u03c2.example/",
                "https://xn--bcher-kva.example/",
                "https://example.org/ve\u0301lo-\u00e9"
            })
    void hasTheFormInWhichAnAddressWasClaimedOnce(String url) {
        assertThat(ofUrl(url)).contains("forum/" + once(url));
    }

    private static String once(String url) {
        var uri = URI.create(url);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return uri.getRawAuthority().toLowerCase(Locale.ROOT) + uri.getRawPath().replaceFirst("/+$", "") + query;
    }

    @ParameterizedTest
    @CsvSource({
        "@velo@b\u00fccher.example, @VELO@xn--bcher-kva.example",
        "@velo@B\u00dcCHER.example, velo@b\u00fccher.example",
        "@ve\u0301lo@bu\u0308cher.example, @v\u00e9lo@xn--bcher-kva.example"
    })
    void knowsTheDomainOfAHandleHoweverItIsWritten(String one, String other) {
        assertThat(ofHandle(one)).containsAnyElementsOf(ofHandle(other));
    }

    @Test
    void tellsTwoDomainsApart() {
        assertThat(ofHandle("@velo@fa\u00df.example")).doesNotContainAnyElementsOf(ofHandle("@velo@fass.example"));
        assertThat(ofUrl("https://fa\u00df.example/")).doesNotContainAnyElementsOf(ofUrl("https://fass.example/"));
    }

    @Test
    void hasOneFormOfWhatHasOne() {
        assertThat(ofHandle("@velo@example.social")).hasSize(1);
        assertThat(ofUrl("https://example.org/news")).hasSize(1);
    }

    private static List<String> ofHandle(String handle) {
        return ChannelAddress.of(ChannelKind.FORUM, handle, null);
    }

    private static List<String> ofUrl(String url) {
        return ChannelAddress.of(ChannelKind.FORUM, null, url);
    }
}
