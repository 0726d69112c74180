package io.parvis.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceDescriptionTest {

    @Test
    void offersItsPathsUnderTheNameOfWhoAnswers() throws Exception {
        var description = read("""
                {"openapi": "3.1.0", "paths": {
                  "/v1/a": {"get": {"responses": {"200": {}}}, "parameters": []},
                  "/v1/operations/{service}/b": {},
                  "/v1/c": {"post": {"requestBody": {"content": {"application/json": {}, "application/x-ndjson": {}}}}},
                  "/v1/d": {"put": {"requestBody": {"content": {"application/x-ndjson": {}}}}}}}""");

        assertThat(description.offers())
                .containsExactly(
                        new DeclaredPath("/v1/a", false),
                        new DeclaredPath("/v1/operations/presence/b", false),
                        new DeclaredPath("/v1/c", true),
                        new DeclaredPath("/v1/d", false));
    }

    @Test
    void mayOfferNothing() throws Exception {
        assertThat(read("{}").offers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"x\"",
                "<html>",
                "{",
                "{\"paths\": null}",
                "{\"paths\": []}",
                "{\"paths\": {\"/v1/a\": 1}}",
                "{\"paths\": {\"/v1/a\": {\"get\": []}}}",
                "{\"paths\": {\"/v1/a\": {\"get\": {\"responses\": 1}}}}",
                "{\"paths\": {\"/v1/a\": {\"get\": {\"responses\": {\"200\": \"x\"}}}}}"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void hasNoMorePathsThanAnyServiceWould() {
        var paths =
                IntStream.range(0, 3_000).mapToObj("\"/v1/%d\": {}"::formatted).collect(Collectors.joining(","));

        assertThatThrownBy(() -> read("{\"paths\": {" + paths + "}}")).hasMessageContaining("paths");
    }

    @Test
    void isNotReadDeeperThanItCanBe() {
        var deep = "{\"paths\": " + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}";

        assertThatThrownBy(() -> read(deep)).isInstanceOf(IOException.class);
    }

    private static ServiceDescription read(String text) throws IOException {
        return ServiceDescription.read("presence", Buffer.buffer(text));
    }
}
