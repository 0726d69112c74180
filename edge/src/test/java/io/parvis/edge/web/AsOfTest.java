package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.InvalidRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    @Test
    void isATime() {
        assertThat(asOf("2026-07-04T10:00:00Z").time()).isEqualTo(Instant.parse("2026-07-04T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-5000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"})
    void isNotWhatADatabaseCannotHold(String text) {
        var asOf = asOf(text);

        assertThatThrownBy(asOf::time).isInstanceOf(InvalidRequest.class);
    }

    private static AsOf asOf(String text) {
        var asOf = new AsOf();
        asOf.asOf = text;
        return asOf;
    }
}
