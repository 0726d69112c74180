package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come in pages, newest first. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class PagesTest {

    private static final String THINGS = "/v1/brands/b1/things";

    @Test
    void showsFiftyUnlessAsked() {
        Api.asEveryone()
                .get(THINGS)
                .then()
                .statusCode(200)
                .body("items", hasSize(50))
                .body("items[0]", equalTo(120));
    }

    @Test
    void leadsThroughTheWholeListWithoutGapOrRepeat() {
        var all = new ArrayList<Long>();
        String cursor = "";
        while (cursor != null) {
            var page = Api.asEveryone()
                    .queryParam("limit", 40)
                    .queryParam("cursor", cursor)
                    .get(THINGS)
                    .jsonPath();
            all.addAll(page.getList("items", Long.class));
            cursor = page.getString("nextCursor");
        }

        assertThat(all)
                .containsExactlyElementsOf(
                        LongStream.iterate(120, i -> i > 0, i -> i - 1).boxed().toList());
    }

    @Test
    void endsWithoutACursor() {
        var page = Api.asEveryone()
                .queryParam("limit", 200)
                .get(THINGS)
                .then()
                .statusCode(200)
                .extract();

        assertThat(page.asString()).doesNotContain("nextCursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "1.5", "99999999999", "٣"})
    void refusesALimitOutOfBounds(String limit) {
        Api.asEveryone()
                .queryParam("limit", limit)
                .get(THINGS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parameter:limit"));
    }

    /** After a restore the same place may be another thing's. */
    @Test
    void refusesACursorOfAnotherLife() {
        var list = THINGS.substring(1);
        for (var path : List.of(list, "/" + list)) {
            var other = new Cursors(UUID.randomUUID() + "\n" + path + "\n{}").after(40);

            Api.asEveryone()
                    .queryParam("cursor", other)
                    .get(THINGS)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("parameter:cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/brands/b2/things",
                "/v1/brands/b1/other-things",
                "/v1/brands/b1/things?colour=red",
                "/v1/brands/b1/things?colour="
            })
    void refusesTheCursorOfAnotherList(String other) {
        var cursor = Api.asEveryone().get(THINGS).path("nextCursor");

        Api.asEveryone()
                .queryParam("cursor", cursor)
                .get(other)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parameter:cursor"));
    }

    @Test
    void takesItsCursorWithAnotherLimit() {
        var cursor = Api.asEveryone().queryParam("colour", "red").get(THINGS).path("nextCursor");

        Api.asEveryone()
                .queryParam("cursor", cursor)
                .queryParam("limit", 7)
                .queryParam("colour", "red")
                .get(THINGS)
                .then()
                .statusCode(200)
                .body("items", hasSize(7))
                .body("items[0]", equalTo(70));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "AAAA", "AAAAAAAAAAAAAAAAAAAA", "\u0000"})
    void refusesACursorThatItNeverGaveOut(String cursor) {
        Api.asEveryone()
                .queryParam("cursor", cursor)
                .get(THINGS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parameter:cursor"));
    }
}
