package io.parvis.engagement.referral;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingPageTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://www.example.org:8443/quiz/a%20b",
                "https://example.org?from=share&x=1",
                "https://xn--vlo-bma.example/@club"
            })
    void takesAddressesThatAreSafeToLeadTo(String url) {
        assertThat(VALIDATOR.validate(new LandingPage(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "javascript:alert(1)",
                "//example.org",
                "https://",
                "https:///quiz",
                "https://example.org@evil.test/",
                "https://example.org\\@evil.test",
                "https://example.org/#quiz",
                "https://example.org/\r\nSet-Cookie: a=b",
                "https://example.org/<script>",
                "https://vélo.example/",
                " https://example.org"
            })
    void refusesEveryOther(String url) {
        assertThat(VALIDATOR.validate(new LandingPage(url))).isNotEmpty();
    }

    @Test
    void addsTheTokenToWhateverQueryThereIs() {
        assertThat(new LandingPage("https://example.org/quiz").with("t1"))
                .isEqualTo("https://example.org/quiz?referralToken=t1");
        assertThat(new LandingPage("https://example.org/quiz?a=b").with("t1"))
                .isEqualTo("https://example.org/quiz?a=b&referralToken=t1");
    }
}
