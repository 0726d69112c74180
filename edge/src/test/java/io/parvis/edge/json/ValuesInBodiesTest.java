package io.parvis.edge.json;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single values of a body may be: the same for every field of every service. Escapes are those of JSON. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class ValuesInBodiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "né 🎉",
                "Vélo\\u00a0: oui\\u202f!", // blanks of French punctuation
                "\\ud83d\\udc68\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc67", // a family, joined
                "\\u2764\\ufe0f", // ends in a variation selector
                "\\ud83c\\udff4\\udb40\\udc67\\udb40\\udc62\\udb40\\udc73\\udb40\\udc63\\udb40\\udc74\\udb40\\udc7f", // Scotland
                "\\u0645\\u06cc\\u200c\\u062e\\u0648\\u0627\\u0647\\u0645", // Persian needs the joiner
                "\\u05d0\\u200fb", // a mark of direction changes nothing around it
                "\\ud835\\udd18", // beyond the 16 bits of a Java character
                "\\uac00\\ud7a3", // Hangul
                "\\u0e01\\u0e34\\u0e48", // Thai marks on a letter
                ""
            })
    void takesALineAsPeopleWriteIt(String line) {
        echo("\"text\":\"" + line + "\"").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                " a",
                "a ",
                "\\u00a0a",
                "a\\u3000",
                "a\\u2003",
                "a\\u200b",
                "a\\u200d",
                "\\ufeffa",
                "\\ufe0fa",
                "a\\u2060",
                "\\u200b",
                "\\u200b\\u200c\\u200d",
                "\\u00ad",
                "\\u115f",
                "\\u3164",
                "\\uffa0",
                "\\u2800",
                "\\u2800\\u2800 \\u2800",
                "\\u2061",
                "\\u180e",
                "\\u0301", // an accent on nothing
                "\\u20dd",
                "\\ufe0f",
                "\\ud834\\udd73", // an invisible sign of music
                "a\\u0001b",
                "a\\u001fb",
                "a\\u007fb",
                "a\\u0085b",
                "a\\u009fb",
                "a\\tb",
                "a\\nb",
                "a\\rb",
                "a\\u2028b",
                "a\\u2029b",
                "a\\u202ab",
                "a\\u202eb",
                "\\u202eabc",
                "a\\u2066b\\u2069",
                "a\\u2067b",
                "a\\u2069b",
                "a\\u206ab",
                "a\\ufff9b",
                "a\\ufdd0b",
                "a\\ufdefb",
                "a\\ufffeb",
                "a\\uffffb",
                "a\\ud83f\\udffeb",
                "a\\udbff\\udfffb",
                "a\\udb40\\udc01b",
                "a\\udb40\\udc62b", // letters hidden in tags
                "a\\ud83c",
                "\\udf89a"
            })
    void refusesALineThatIsNone(String line) {
        echo("\"text\":\"" + line + "\"")
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/text"));
    }

    @Test
    void keepsALineInNfc() {
        echo("\"text\":\"Ve\\u0301lo\"").statusCode(200).body("text", equalTo("V\u00e9lo"));
    }

    @Test
    void countsCodePoints() {
        echo("\"text\":\"" + "🎉".repeat(100) + "\"").statusCode(200);
        echo("\"text\":\"" + "🎉".repeat(101) + "\"").statusCode(400).body("errors[0].pointer", equalTo("/text"));
        echo("\"text\":\"" + "e\\u0301".repeat(100) + "\"").statusCode(200);
        echo("\"variants\":{\"x\":\"🎉🎉🎉🎉🎉\"}").statusCode(200);
        echo("\"variants\":{\"x\":\"🎉🎉🎉🎉🎉🎉\"}").statusCode(400).body("errors[0].pointer", equalTo("/variants/x"));
    }

    @Test
    void tellsOfAllTextsAtOnce() {
        echo("\"text\":\" a\",\"parts\":[{\"topic\":\"a\\tb\"},{\"topic\":\"c\"},{\"topic\":\"\\u200b\"}]")
                .statusCode(400)
                .body("errors.pointer", equalTo(java.util.List.of("/text", "/parts/0/topic", "/parts/2/topic")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-04T10:00:00Z,           2026-07-04T10:00:00Z",
        "2026-07-04t10:00:00z,           2026-07-04T10:00:00Z",
        "2026-07-04T10:00:00.5Z,         2026-07-04T10:00:00.500Z",
        "2026-07-04T10:00:00.123456Z,    2026-07-04T10:00:00.123456Z",
        "2026-07-04T10:00:00.123456999Z, 2026-07-04T10:00:00.123456Z",
        "2026-07-04T10:00:00.000000001Z, 2026-07-04T10:00:00Z",
        "2026-07-04T10:00:00.12345678901234+00:00, 2026-07-04T10:00:00.123456Z",
        "9999-12-31T23:59:59.9999999Z,   9999-12-31T23:59:59.999999Z",
        "2026-07-04T10:00:00-00:00,      2026-07-04T10:00:00Z",
        "2026-07-04T10:00:00+18:00,      2026-07-03T16:00:00Z",
        "2024-02-29T23:59:59+05:45,      2024-02-29T18:14:59Z",
        "9999-12-31T23:59:59.999999Z,    9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:59+00:01,      9999-12-31T23:58:59Z",
        "0001-01-01T00:00:00Z,           0001-01-01T00:00:00Z"
    })
    void takesTimesOfRfc3339(String given, String kept) {
        echo("\"at\":\"" + given + "\"").statusCode(200).body("at", equalTo(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59-18:00",
                "9999-12-31T23:59:59-14:00",
                "9999-12-31T23:59:59-00:01",
                "10000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+00:01",
                "-001-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "026-07-04T10:00:00Z",
                "2026-07-04T10:00Z",
                "2026-07-04T10:00+02:00",
                "2026-07-04T10Z",
                "2026-07-04T10:00:00",
                "2026-07-04T10:00:00+02",
                "2026-07-04T10:00:00+0200",
                "2026-07-04T10:00:00+02:00:30",
                "2026-07-04T10:00:00+24:00",
                "2026-07-04T10:00:00+02:60",
                "2026-07-04T10:00:00+2:00",
                "2026-07-04T10:00:00.Z",
                "2026-07-04T10:00:00,5Z",
                "2026-07-04T24:00:00Z",
                "2026-07-04T10:60:00Z",
                "2016-12-31T23:59:60Z",
                "2026-02-29T10:00:00Z",
                "2026-07-04 10:00:00Z",
                "2026-07-04T10:00:00Z[Europe/Paris]",
                "2026-07-04T10:00:00 Z",
                " 2026-07-04T10:00:00Z",
                "2026-W27-6T10:00:00Z",
                "20260704T100000Z",
                "\\u0662026-07-04T10:00:00Z"
            })
    void refusesTimesThatAreNone(String given) {
        echo("\"at\":\"" + given + "\"").statusCode(400).body("errors[0].pointer", equalTo("/at"));
    }

    @ParameterizedTest
    @CsvSource({
        "day,   0000-01-01",
        "day,   +10000-01-01",
        "day,   2026-7-4",
        "day,   20260704",
        "day,   2026-02-29",
        "local, 2026-07-04T10:00",
        "local, 0000-07-04T10:00:00",
        "local, 2026-07-04T10:00:00.",
        "local, 2026-07-04T24:00:00",
        "zone,  SystemV/PST8PDT",
        "zone,  SystemV/AST4",
        "zone,  +02:00",
        "zone,  Z",
        "zone,  UTC+2",
        "zone,  GMT+02:00",
        "zone,  europe/paris",
        "zone,  'Europe/Paris '",
        "zone,  ECT",
        "window, P1Y",
        "window, P1M",
        "window, P",
        "window, PT",
        "window, P1DT",
        "window, P1",
        "window, P1W2D",
        "window, P-1D",
        "window, -P1D",
        "window, +P1D",
        "window, PT-1H",
        "window, P0.5D",
        "window, P1.5W",
        "window, PT1S1H",
        "window, PT0.1234567S",
        "window, P99999999999999999999D",
        "window, 1D",
        "window, 14"
    })
    void refusesDaysZonesAndDurationsThatAreNone(String field, String given) {
        echo("\"%s\":\"%s\"".formatted(field, given)).statusCode(400).body("errors[0].pointer", equalTo("/" + field));
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Europe/Paris",
        "zone, US/Eastern",
        "zone, Etc/GMT+5",
        "zone, UTC",
        "zone, America/Argentina/Buenos_Aires"
    })
    void takesTheNamesOfTheTimeZoneDatabase(String field, String given) {
        echo("\"%s\":\"%s\"".formatted(field, given)).statusCode(200).body(field, equalTo(given));
    }

    @ParameterizedTest
    @CsvSource({
        "P14D,      P14D",
        "P2W,       P14D",
        "P1W,       P7D",
        "PT336H,    P14D",
        "PT36H,     P1DT12H",
        "P1DT12H,   P1DT12H",
        "PT1H,      PT1H",
        "pt1h,      PT1H",
        "PT90M,     PT1H30M",
        "PT1.5S,    PT1.5S",
        "P1DT0.5S,  P1DT0.5S",
        "P0D,       PT0S"
    })
    void writesTheDaysOfADurationAsDays(String given, String written) {
        echo("\"window\":\"" + given + "\"").statusCode(200).body("window", equalTo(written));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "1e2, 100", "1.5e1, 15", "-2.00, -2", "0.0, 0", "2147483647.0, 2147483647", "0e9, 0"})
    void takesAnIntegerHoweverItIsWritten(String given, int number) {
        Api.asEveryone()
                .body("{\"whole\":%s}".formatted(given))
                .post("/v1/echo")
                .then()
                .statusCode(200)
                .body("whole", equalTo(number));
        echo("\"big\":" + given).statusCode(200).body("big", equalTo(number));
    }

    @ParameterizedTest
    @CsvSource({"1.5", "1e-1", "1e300", "9223372036854775808", "9223372036854775808.0", "1.00000000000000000001"})
    void refusesWhatIsNoInteger(String given) {
        echo("\"big\":" + given).statusCode(400).body("errors[0].pointer", equalTo("/big"));
    }

    @Test
    void refusesAnIntegerThatIsTooLargeForItsField() {
        for (var given : new String[] {"2147483648", "2147483648.0", "1e10", "-2147483649"}) {
            Api.asEveryone()
                    .body("{\"whole\":%s}".formatted(given))
                    .post("/v1/echo")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/whole"))
                    .body("errors[0].detail", equalTo("must be a whole number that is not too large"));
        }
    }

    private static ValidatableResponse echo(String member) {
        return Api.asEveryone()
                .body(("{\"whole\":1," + member + "}").getBytes(StandardCharsets.UTF_8))
                .post("/v1/echo")
                .then();
    }
}
