package io.parvis.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parvis.gateway.problem.GatewayProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/brands, /v1/brands",
        "/v1/%62rands?limit=5&cursor=a%20b, /v1/brands?limit=5&cursor=a%20b",
        "/v1/brands/caf%C3%A9, /v1/brands/caf%C3%A9",
        "/v1/brands/a;b%3B, ''",
        "/v1/brands/a%3bb, /v1/brands/a%3Bb",
        "http://gateway:8080/v1/brands?x, /v1/brands?x",
        "http://gateway, /",
        "/, /"
    })
    void handsOnThePathAsItWasUnderstood(String raw, String understood) {
        if (understood.isEmpty()) {
            assertThat(refusal(raw)).isEqualTo(404);
            return;
        }
        assertThat(RequestTarget.read(raw).uri()).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/brands",
                "/v1//brands",
                "/v1/brands/",
                "/v1/brands/../../q/secret",
                "/v1/brands/%2e%2e/%2E%2e/q/secret",
                "/v1/brands/.%2e/q",
                "/v1/brands/./x",
                "/v1/brands/x%2f..%2f..%2fq",
                "/v1/brands/x%5C..%5Cq",
                "/v1/brands/..;/q",
                "/v1/brands/b-1/channels/..;x=y/..;/q/secret"
            })
    void refusesWhatCouldMeanAnotherPlace(String raw) {
        assertThat(refusal(raw)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/brands/%00",
                "/v1/brands/a%00b",
                "/v1/brands/%0a",
                "/v1/brands/%",
                "/v1/brands/%2",
                "/v1/brands/%zz",
                "/v1/brands/%c3%28",
                "/v1/brands/%ff",
                "/v1/brands/%ed%a0%80",
                "/v1/brands/%+1",
                "/v1/brands/é",
                "/v1/brands?x=%00",
                "/v1/brands?x=%g1",
                "/v1/brands?x=%ff",
                "/v1/brands#x",
                "v1/brands",
                ""
            })
    void callsTheMalformedMalformed(String raw) {
        assertThat(refusal(raw)).isEqualTo(400);
    }

    @Test
    void findsTheFirstRouteThatFits() {
        var template = new PathTemplate("/v1/brands/{brandId}/channels/**");

        assertThat(template.matches(RequestTarget.read("/v1/brands/b/channels").segments()))
                .isTrue();
        assertThat(template.matches(
                        RequestTarget.read("/v1/brands/b/channels/c/open").segments()))
                .isTrue();
        assertThat(template.matches(RequestTarget.read("/v1/brands/b/channelsx").segments()))
                .isFalse();
        assertThat(template.matches(RequestTarget.read("/v1/brands/b").segments()))
                .isFalse();
    }

    private static int refusal(String raw) {
        return catchThrowableOfType(GatewayProblemException.class, () -> RequestTarget.read(raw))
                .problem()
                .status();
    }
}
