package io.parvis.reputation;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TextFields;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for single values hold in this service's requests. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class ValuesApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brandRegistered() {
        brandId = KnownBrand.registered(new RecordedFacts(engine));
    }

    @Test
    void judgesEveryTextOfEveryBody() {
        assertThat(TextFields.withoutARule("io.parvis.reputation")).isEmpty();
    }

    @Test
    void takesEachTextWhereItMayStand() {
        assertThat(TextFields.misreading("io.parvis.reputation")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" vélo", "\u200b", "\u2800", "\u202eolev", "vélo\nclub"})
    void refusesAWatchForAWordThatIsNone(String word) {
        asEveryone()
                .body(Map.of("name", "Ours", "subject", "own", "all", List.of("vélo", word)))
                .post("/v1/brands/" + brandId + "/watches")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/all/1"));
    }

    @Test
    void takesTheWordsOfOthersAsTheyAre() {
        var said = " \u202eWhat\tthey said\u200b:\r\n\u2066Ve\u0301lo\u2069 \ufdd0 ";

        var created = mention(Map.of("text", said, "author", Map.of("handle", " @\u200b", "name", "\u202eenaJ")));

        created.then().statusCode(201);
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/mentions/" + created.path("mentionId"))
                .then()
                .body("text", equalTo(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " \t\r\n", "\u00a0", "\u3000", "\u2028\u2029", "\u2003 \u202f", "\u0085", "\ufeff"})
    void refusesAMentionThatSaysNothing(String text) {
        mention(Map.of("text", text)).then().statusCode(400).body("errors.pointer", hasItem("/text"));
    }

    @ParameterizedTest
    @CsvSource({
        "source,     'forum '",
        "source,     'fo\u200brum'",
        "externalId, '1 '",
        "externalId, '1\u200b'",
        "externalId, '\u00a01'",
        "inReplyTo,  '1\u2800'"
    })
    void refusesAnIdInWhichSomethingIsInvisible(String field, String id) {
        mention(Map.of(field, id)).then().statusCode(400).body("errors.pointer", hasItem("/" + field));
    }

    @Test
    void takesEmptyTextsForAChannelAndForWhatItRepliesTo() {
        var created = mention(Map.of("channelId", "", "inReplyTo", ""));

        created.then().statusCode(201);
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/mentions/" + created.path("mentionId"))
                .then()
                .body("channelId", equalTo(""));
    }

    @Test
    void knowsAnIdByItsCanonicalForm() {
        mention(Map.of("externalId", "ve\u0301lo-1")).then().statusCode(201);

        mention(Map.of("externalId", "v\u00e9lo-1")).then().statusCode(200);
    }

    @Test
    void countsTheLettersOfAMentionAsPeopleDo() {
        mention(Map.of("text", "🚲".repeat(20_000))).then().statusCode(201);
        mention(Map.of("externalId", "2", "text", "🚲".repeat(20_001)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/text"));
    }

    private Response mention(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(
                Map.of("source", "forum", "externalId", "1", "text", "Hello", "publishedAt", "2026-07-04T10:00:00Z"));
        body.putAll(changes);
        return asEveryone().body(body).post("/v1/brands/" + brandId + "/mentions");
    }
}
