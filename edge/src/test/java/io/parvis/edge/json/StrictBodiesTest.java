package io.parvis.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be: every slip is told with its place, and nothing is guessed at or passed on. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class StrictBodiesTest {

    @Test
    void takesEveryKindOfValue() {
        var body = """
                {"text":"né 🎉","whole":5,"big":9007199254740993,"ratio":0.25,"amount":12.50,"yes":true,\
                "colour":"light-blue","at":"2026-07-04T10:00:00Z","day":"2026-07-04","local":"2026-07-04T10:00:00",\
                "window":"PT1H","zone":"Europe/Paris","url":"https://parvis.io","parts":[{"topic":"a"}],\
                "variants":{"x":"y"},"any":{"deep":[1]}}""";

        var answer = echo(body).statusCode(200).extract().asString();

        assertThat(answer).isEqualTo(body);
    }

    @Test
    void writesNoNulls() {
        assertThat(echo("{\"whole\":1,\"text\":null}").statusCode(200).extract().asString())
                .isEqualTo("{\"whole\":1}");
    }

    @Test
    void turnsAnOffsetIntoUtc() {
        echo("{\"whole\":1,\"at\":\"2026-07-04T12:00:00+02:00\"}")
                .statusCode(200)
                .body("at", equalTo("2026-07-04T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"whole\":1,\"shade\":2}              | /shade          | is not a field that we know",
                "{\"whole\":1,\"a/b~\":2}               | /a~1b~0         | is not a field that we know",
                "{\"whole\":1,\"parts\":[{\"topic\":\"a\",\"x\":1}]} | /parts/0/x | is not a field that we know",
                "{}                                     | /whole          | whole number",
                "{\"whole\":null}                       | /whole          | whole number",
                "{\"whole\":\"5\"}                      | /whole          | whole number",
                "{\"whole\":\"\"}                       | /whole          | whole number",
                "{\"whole\":1.5}                        | /whole          | whole number",
                "{\"whole\":true}                       | /whole          | whole number",
                "{\"whole\":{}}                         | /whole          | whole number",
                "{\"whole\":[1]}                        | /whole          | whole number",
                "{\"whole\":9999999999}                 | /whole          | whole number",
                "{\"whole\":1,\"big\":99999999999999999999} | /big        | whole number",
                "{\"whole\":1,\"text\":5}               | /text           | a text",
                "{\"whole\":1,\"text\":true}            | /text           | a text",
                "{\"whole\":1,\"text\":[\"a\"]}         | /text           | a text",
                "{\"whole\":1,\"text\":{}}              | /text           | a text",
                "{\"whole\":1,\"ratio\":\"0.5\"}        | /ratio          | a number",
                "{\"whole\":1,\"ratio\":\"NaN\"}        | /ratio          | a number",
                "{\"whole\":1,\"ratio\":\"Infinity\"}   | /ratio          | a number",
                "{\"whole\":1,\"ratio\":1e999}          | /ratio          | number",
                "{\"whole\":1,\"amount\":\"1\"}         | /amount         | a number",
                "{\"whole\":1,\"amount\":1e999999999}   | /amount         | number",
                "{\"whole\":1,\"any\":1e-999999999}     | /any            | number",
                "{\"whole\":1,\"yes\":1}                | /yes            | true or false",
                "{\"whole\":1,\"yes\":\"true\"}         | /yes            | true or false",
                "{\"whole\":1,\"colour\":\"blue\"}      | /colour         | must be one of light-blue, red",
                "{\"whole\":1,\"colour\":\"RED\"}       | /colour         | must be one of light-blue, red",
                "{\"whole\":1,\"colour\":\"\"}          | /colour         | must be one of light-blue, red",
                "{\"whole\":1,\"colour\":0}             | /colour         | must be one of light-blue, red",
                "{\"whole\":1,\"at\":5}                 | /at             | a time such as",
                "{\"whole\":1,\"at\":5.5}               | /at             | a time such as",
                "{\"whole\":1,\"at\":\"5\"}             | /at             | a time such as",
                "{\"whole\":1,\"at\":\"\"}              | /at             | a time such as",
                "{\"whole\":1,\"at\":\"2026-07-04\"}    | /at             | a time such as",
                "{\"whole\":1,\"at\":\"2026-07-04T10:00:00\"} | /at       | a time such as",
                "{\"whole\":1,\"at\":\"2026-02-30T10:00:00Z\"} | /at      | a time such as",
                "{\"whole\":1,\"at\":\"+999999999-01-01T00:00:00Z\"} | /at | a time such as",
                "{\"whole\":1,\"day\":\"4 July\"}       | /day            | a date such as",
                "{\"whole\":1,\"day\":20000}            | /day            | a date such as",
                "{\"whole\":1,\"day\":[2026,7,4]}       | /day            | a date such as",
                "{\"whole\":1,\"local\":\"2026-07-04T10:00:00Z\"} | /local | a local time such as",
                "{\"whole\":1,\"local\":[2026,7,4,10,0]} | /local         | a local time such as",
                "{\"whole\":1,\"window\":3600}          | /window         | a duration such as",
                "{\"whole\":1,\"window\":\"soon\"}      | /window         | a duration such as",
                "{\"whole\":1,\"zone\":\"Moon/Base\"}   | /zone           | a time zone such as",
                "{\"whole\":1,\"zone\":1}               | /zone           | a time zone such as",
                "{\"whole\":1,\"url\":\"ht tp://x\"}    | /url            | a URI",
                "{\"whole\":1,\"url\":5}                | /url            | a URI",
                "{\"whole\":1,\"parts\":{}}             | /parts          | an array",
                "{\"whole\":1,\"parts\":\"a\"}          | /parts          | an array",
                "{\"whole\":1,\"parts\":[5]}            | /parts/0        | an object",
                "{\"whole\":1,\"parts\":[\"\"]}         | /parts/0        | an object",
                "{\"whole\":1,\"variants\":[]}          | /variants       | an object",
                "{\"whole\":1,\"whole\":2}              | /whole          | twice",
                "{\"whole\":1,\"any\":{\"a\":1,\"a\":2}} | /any/a         | twice",
                "{\"whole\":1,\"text\":\"a\\u0000b\"}   | /text           | NUL",
                "{\"whole\":1,\"any\":[{\"k\":\"\\u0000\"}]} | /any/0/k   | NUL",
                "{\"whole\":1,\"text\":\"\\ud83c\"}     | /text           | surrogate",
                "{\"whole\":1,\"text\":\"\\udf89x\"}    | /text           | surrogate",
                "{\"whole\":1,\"any\":1e-400}             | /any            | number",
                "[]                                     | ``              | an object",
                "5                                      | ``              | an object",
                "\"\"                                   | ``              | an object",
                "null                                   | ``              | must not be null",
            })
    void tellsWhatIsWrongAndWhere(String body, String pointer, String detail) {
        echo(body)
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{\"whole\":1", "line 1, column 11"),
                Arguments.of("{\n\"whole\":}", "line 2, column 9"),
                Arguments.of("{\"whole\":1}}", "line 1, column 12"),
                Arguments.of("{\"whole\":1} {}", "line 1, column 13"),
                Arguments.of("{\"whole\":1,}", "line 1, column 12"),
                Arguments.of("{'whole':1}", "line 1, column 2"),
                Arguments.of("{\"whole\":01}", "line 1, column 11"),
                Arguments.of("{\"whole\":NaN}", "line 1, column"),
                Arguments.of("{\"text\":\"a\0b\"}", "line 1, column"),
                Arguments.of("{\"parts\":[{\"topic\":\"a]}", "line 1, column"),
                Arguments.of("hello", "line 1, column"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void tellsTheLineOfWhatIsNotJson(String body, String place) {
        echo(body)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(""))
                .body("errors[0].detail", containsString(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesAnEmptyBody(String body) {
        echo(body).statusCode(400).body("errors[0].detail", containsString("empty"));
    }

    @Test
    void refusesNoBodyAtAll() {
        answer(Api.asEveryone().post("/v1/echo").then()).statusCode(400).body("errors[0].pointer", equalTo(""));
    }

    @Test
    void refusesInvalidUtf8() {
        var bytes = "{\"whole\":1,\"text\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xe9;

        answer(Api.asEveryone().body(bytes).post("/v1/echo").then())
                .statusCode(400)
                .body("errors[0].detail", containsString("UTF-8"));
    }

    @Test
    void refusesDeepNesting() {
        echo("{\"whole\":1,\"any\":" + "[".repeat(64) + "]".repeat(64) + "}")
                .statusCode(400)
                .body("errors[0].detail", containsString("64"));
    }

    @Test
    void refusesANumberOfTooManyDigits() {
        echo("{\"whole\":1,\"any\":" + "9".repeat(400) + "}").statusCode(400);
    }

    @Test
    void refusesANameThatIsTooLong() {
        echo("{\"whole\":1,\"" + "x".repeat(1_000_000) + "\":1}").statusCode(400);
    }

    @Test
    void takesNestingUpToTheLimit() {
        echo("{\"whole\":1,\"any\":" + "[".repeat(63) + "]".repeat(63) + "}").statusCode(200);
    }

    @Test
    void refusesAStringOfAMegabyteByItsField() {
        echo("{\"whole\":1,\"text\":\"" + "x".repeat(1_000_000) + "\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].detail", containsString("100"));
    }

    @Test
    void pointsIntoListsAndMaps() {
        echo("{\"whole\":1,\"parts\":[{\"topic\":\"a\"},{\"topic\":\"\"},null],\"variants\":{\"a/b\":\"far too long\"}}")
                .statusCode(400)
                .body("errors.pointer", equalTo(java.util.List.of("/parts/1/topic", "/parts/2", "/variants/a~1b")));
    }

    private static ValidatableResponse echo(String body) {
        return answer(Api.asEveryone()
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/echo")
                .then());
    }

    private static ValidatableResponse answer(ValidatableResponse response) {
        var text = response.extract().asString();
        assertThat(text).doesNotContain("io.parvis", "java.", "com.fasterxml", "Exception", "StrictBodies");
        return response;
    }
}
