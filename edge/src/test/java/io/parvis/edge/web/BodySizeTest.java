package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parvis.edge.json.StrictJson;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.testing.ThreadCpu;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body costs no more than its length deserves, whatever is wrong with it, and as often as it is. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class BodySizeTest {

    private static final Duration FEW_MILLISECONDS = Duration.ofMillis(50);

    @Inject
    StrictJson json;

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"topic\":\"\"}", "5", "\"\"", "[[]]"})
    void looksAtTheSizeOfAListBeforeItsElements(String element) {
        echo("{\"whole\":1,\"parts\":" + listOf(51, "{\"topic\":\"a\"}", element) + "}")
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/parts"))
                .body("errors[0].detail", equalTo("must hold at most 50 elements"));
    }

    @Test
    void takesAListOfTheDeclaredSize() {
        echo("{\"whole\":1,\"parts\":" + listOf(50, "{\"topic\":\"a\"}", "{\"topic\":\"b\"}") + "}")
                .statusCode(200);
    }

    @Test
    void tellsTwentyErrorsAndThatThereAreMore() {
        echo("{\"whole\":1,\"many\":" + listOf(21, "\"\"", "\"\"") + "}")
                .statusCode(400)
                .body("errors", hasSize(20))
                .body("detail", containsString("there are more"));
    }

    @Test
    void tellsAllErrorsWhereThereAreNoMore() {
        echo("{\"whole\":1,\"many\":" + listOf(20, "\"\"", "\"\"") + "}")
                .statusCode(400)
                .body("errors", hasSize(20))
                .body("detail", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"UPPER\"", "\"farTooLong\"", "\"ok\""})
    void costsLittleWhateverIsWrongWithAsManyElementsAsMayBe(String element) {
        var body = bytes("{\"whole\":1,\"many\":" + listOf(ThingResource.MANY, element, element) + "}");

        assertThat(ThreadCpu.of(() -> read(body))).isLessThan(FEW_MILLISECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts", "many", "any", "variants", "unknown", "text"})
    void costsNoMoreThanLinearlyAsManyElementsAsABodyHolds(String field) {
        for (var element : new String[] {"null", "{}", "[]", "\"\"", "0", "1e300", "\"\\u0041\""}) {
            var quarter = bytes("{\"whole\":1,\"%s\":%s}".formatted(field, listOf(50_000, element, element)));
            var whole = bytes("{\"whole\":1,\"%s\":%s}".formatted(field, listOf(200_000, element, element)));

            var cost = ThreadCpu.of(() -> read(quarter));

            assertThat(ThreadCpu.of(() -> read(whole)))
                    .as("%s of %s", field, element)
                    .isLessThan(cost.multipliedBy(10).plus(FEW_MILLISECONDS));
        }
    }

    @Test
    void costsNoMoreThanLinearlyAsManyNamesAsABodyHolds() {
        var quarter = bytes("{\"whole\":1,\"any\":" + objectOf(30_000) + "}");
        var whole = bytes("{\"whole\":1,\"any\":" + objectOf(120_000) + "}");

        var cost = ThreadCpu.of(() -> read(quarter));

        assertThat(ThreadCpu.of(() -> read(whole)))
                .isLessThan(cost.multipliedBy(10).plus(FEW_MILLISECONDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 5_000, 50_000, 500_000, 1_900_000})
    void costsLittleHoweverLongATextIs(int length) {
        for (var text : new String[] {"a", "-", "a-", "A", " ", "\u00e9", "\u0300\u0316", "\\u0041", "\\n"}) {
            var longText = text.repeat(length / bytes(text).length);
            var body = bytes("{\"whole\":1,\"text\":\"" + longText + "\"}");

            assertThat(ThreadCpu.of(() -> read(body))).as(text).isLessThan(FEW_MILLISECONDS);
        }
    }

    private void read(byte[] body) {
        try {
            json.read(body, ThingResource.Body.class);
        } catch (InvalidRequest refused) {
            assertThat(refused.problem().errors()).hasSizeLessThanOrEqualTo(InvalidRequest.MOST_ERRORS);
        }
    }

    private static String listOf(int size, String element, String last) {
        return "[" + String.join(",", Collections.nCopies(size - 1, element)) + "," + last + "]";
    }

    private static String objectOf(int members) {
        var object = new StringBuilder("{");
        for (int i = 0; i < members; i++) {
            object.append("\"n").append(i).append("\":0,");
        }
        return object.append("\"last\":0}").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse echo(String body) {
        return Api.asEveryone().body(bytes(body)).post("/v1/echo").then();
    }
}
