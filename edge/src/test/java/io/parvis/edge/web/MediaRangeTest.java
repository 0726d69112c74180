package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Accept header asks for (RFC 9110, 12.5.1). */
class MediaRangeTest {

    private static final String JSON = "application/json";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " , ,",
                "*/*",
                "*",
                "application/*",
                "application/json",
                "APPLICATION/JSON",
                "text/html, application/json;q=0.5",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "application/json ; v=\"a,b;c\" ; Q=0.001",
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "application/*;q=0, application/json",
                "application/json;q=0, application/json"
            })
    void takesJson(String accept) {
        assertThat(MediaRange.admit(MediaRange.parse(accept), JSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, text/*",
                "application/jsonx",
                "application/json;q=0",
                "application/json;q=0.000, */*",
                "application/*;q=0, */*"
            })
    void doesNotTakeJson(String accept) {
        assertThat(MediaRange.admit(MediaRange.parse(accept), JSON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "/",
                "a/",
                "/b",
                "a/b/c",
                "*/json",
                "a b/c",
                ";q=1",
                "a/b;q=2",
                "a/b;q=x",
                "a/b;q=",
                "a/b;q=.",
                "a/b;q=-0",
                "a/b;q=1e0",
                "a/b;q=0.0001",
                "a/b;c=\"d",
                "é/b",
                "\0/b"
            })
    void isNoListOfRanges(String accept) {
        assertThatThrownBy(() -> MediaRange.parse(accept)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    @Timeout(5)
    void readsALongHeaderInLinearTime() {
        assertThat(MediaRange.parse("a/b;c=d;e=\"f\",".repeat(100_000))).hasSize(100_000);
    }
}
