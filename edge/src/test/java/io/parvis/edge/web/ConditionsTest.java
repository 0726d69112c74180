package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.parvis.eventing.id.Ulid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On what terms a request is carried out: once only, in one version, after what its caller has seen. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class ConditionsTest {

    private static final String THINGS = "/v1/brands/b1/things";

    private final String key = UUID.randomUUID().toString();

    @Test
    void saysWhereACreatedThingIs() {
        create("x", null)
                .statusCode(201)
                .header("Location", matchesPattern("/v1/brands/b1/things/[0-9a-z]{26}"))
                .header("Parvis-Position", matchesPattern("[A-Za-z0-9_-]+"))
                .header("Idempotent-Replayed", nullValue())
                .body("thingId", notNullValue());
    }

    @Test
    void givesTheFirstAnswerToARepeatedRequest() {
        var first = create("x", key).statusCode(201).extract();

        var second = create("x", key)
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refusesTheKeyOfAnotherBody() {
        create("x", key);

        create("y", key).statusCode(422).body("type", equalTo("https://parvis.io/problems/idempotency-key-reused"));
    }

    @Test
    void keepsTheKeysOfPathsApart() {
        create("x", key);

        Api.asEveryone()
                .header("Idempotency-Key", key)
                .body("{\"name\":\"x\"}")
                .post("/v1/brands/b2/things")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue());
    }

    @Test
    void replaysARequestWithoutBody() {
        var path = THINGS + "/" + Ulid.next() + "/shout";
        Api.asEveryone().header("Idempotency-Key", key).post(path).then().statusCode(204);

        Api.asEveryone()
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(204)
                .header("Idempotent-Replayed", equalTo("true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é"})
    void refusesAKeyThatIsNone(String wrong) {
        create("x", wrong).statusCode(400).body("errors[0].pointer", equalTo("parameter:Idempotency-Key"));
    }

    @Test
    void takesAKeyOf255Characters() {
        create("x", "k".repeat(255 - key.length()) + key).statusCode(201);
    }

    @Test
    void refusesAKeyOf256Characters() {
        create("x", "k".repeat(256)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%s\"",
                "*",
                "W/\"1\", \"%s\"",
                "\"1\", \"%s\",\"other\"",
                " , \"%s\"",
                "\"%s\", \"999999999999\"",
                "\"%s-contact\""
            })
    void changesTheVersionThatTheCallerHasSeen(String ifMatch) {
        var thing = THINGS + "/" + Ulid.next();
        var version = rename(thing, "a", null).header("ETag").replace("\"", "");

        assertThat(rename(thing, "b", ifMatch.formatted(version)).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/%s", "\"other\"", "\"\"", "\"1\", \"2\""})
    void refusesToChangeAnotherVersion(String ifMatch) {
        var thing = THINGS + "/" + Ulid.next();
        var version = rename(thing, "a", null).header("ETag");

        rename(thing, "b", ifMatch.formatted(version))
                .then()
                .statusCode(412)
                .body("type", equalTo("https://parvis.io/problems/version-mismatch"));
    }

    /** After a restore the same position may be another event's. */
    @Test
    void refusesToChangeTheVersionOfAnotherLife() {
        var thing = THINGS + "/" + Ulid.next();
        var version = rename(thing, "a", null).header("ETag");
        var ofAnotherLife = version.replace(life(), "00000000-");

        assertThat(rename(thing, "b", ofAnotherLife).statusCode()).isEqualTo(412);
        assertThat(put(thing, "If-None-Match", ofAnotherLife).statusCode()).isEqualTo(204);
    }

    @Test
    void makesNothingNewWhereSomethingMustBeThere() {
        Api.asEveryone()
                .header("If-Match", "*")
                .body("{\"name\":\"x\"}")
                .post(THINGS)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"7\"", "\"7\", W/\"8\""})
    void createsNothingWhereSomethingShouldBe(String ifMatch) {
        var thing = THINGS + "/" + Ulid.next();

        assertThat(rename(thing, "a", ifMatch).statusCode()).isEqualTo(412);
        assertThat(put(thing, "If-None-Match", "*").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"%s\"", "W/\"%s\"", "\"1\", W/\"%s-contact\""})
    void changesNothingWhereNoneShouldBe(String ifNoneMatch) {
        var thing = THINGS + "/" + Ulid.next();
        var version = rename(thing, "a", null).header("ETag").replace("\"", "");

        put(thing, "If-None-Match", ifNoneMatch.formatted(version))
                .then()
                .statusCode(412)
                .body("type", equalTo("https://parvis.io/problems/version-mismatch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\", \"other\""})
    void changesWhatTheCallerDoesNotHave(String ifNoneMatch) {
        var thing = THINGS + "/" + Ulid.next();
        rename(thing, "a", null);

        assertThat(put(thing, "If-None-Match", ifNoneMatch).statusCode()).isEqualTo(204);
    }

    @Test
    void asksForBothConditions() {
        var thing = THINGS + "/" + Ulid.next();
        var version = rename(thing, "a", null).header("ETag");

        assertThat(Api.asEveryone()
                        .header("If-Match", version)
                        .header("If-None-Match", version)
                        .body("{\"name\":\"b\"}")
                        .put(thing)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void refusesAListOfTagsThatIsNoneBeforeItChangesAnything() {
        put(THINGS + "/" + Ulid.next(), "If-None-Match", "7")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parameter:If-None-Match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "7\"", "w/\"7\"", "\"7\" \"8\"", "\"7\";", "*, \"7\"", "", ","})
    void refusesATagThatIsNone(String ifMatch) {
        rename(THINGS + "/" + Ulid.next(), "b", ifMatch)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parameter:If-Match"));
    }

    @Test
    void tagsAThingWithItsVersionInTheLifeOfTheStore() {
        read("\"6\"").statusCode(200).header("ETag", matchesPattern("\"[0-9a-f]{8}-7\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s7\"", "W/\"%s7\"", "*", "\"%1$s6\", \"%1$s7\""})
    void doesNotRepeatWhatTheCallerHas(String ifNoneMatch) {
        var answer = read(ifNoneMatch.formatted(life()))
                .statusCode(304)
                .header("ETag", equalTo("\"" + life() + "7\""))
                .extract();

        assertThat(answer.asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s6\"", "\"%s7-contact\"", "%s7", "\"%s7", "W/%s7", "\"00000000-7\"", "\"7\""})
    void answersWhatTheCallerDoesNotHave(String ifNoneMatch) {
        read(ifNoneMatch.formatted(life())).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s7\"", "*", "\"%1$s6\", \"%1$s7\""})
    void readsTheVersionThatIsAskedFor(String ifMatch) {
        readIf(ifMatch.formatted(life())).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s6\"", "W/\"%s7\"", "\"%s7-contact\"", "\"00000000-7\"", "\"7\""})
    void readsNoOtherVersion(String ifMatch) {
        readIf(ifMatch.formatted(life()))
                .statusCode(412)
                .body("type", equalTo("https://parvis.io/problems/version-mismatch"));
    }

    @Test
    void judgesIfMatchFirst() {
        Api.asEveryone()
                .header("If-Match", "\"6\"")
                .header("If-None-Match", "\"" + life() + "7\"")
                .get(THINGS + "/t1")
                .then()
                .statusCode(412);
    }

    @Test
    void sparesAListOfWhichAnythingIsEnough() {
        Api.asEveryone().header("If-None-Match", "*").get(THINGS).then().statusCode(304);
    }

    @Test
    void judgesNothingWhereThereIsNothing() {
        Api.asEveryone()
                .header("If-Match", "\"6\"")
                .get(THINGS + "/" + "x".repeat(65))
                .then()
                .statusCode(404);
    }

    @Test
    void answersWhatTheCallerHasWritten() {
        var mark = create("x", null).extract().header("Parvis-Position");

        Api.asEveryone()
                .header("Parvis-Position", mark)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("principal", equalTo("key:test"));
    }

    @Test
    void readsABodyThatCameBeforeItsPositionWasReached() {
        var mark = create("x", null).extract().header("Parvis-Position");

        Api.asEveryone()
                .header("Parvis-Position", mark)
                .body("{\"whole\":7,\"any\":\"" + "x".repeat(500_000) + "\"}")
                .post("/v1/echo")
                .then()
                .statusCode(200)
                .body("whole", equalTo(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void ignoresAMarkOfNoPlace(String mark) {
        Api.asEveryone().header("Parvis-Position", mark).get("/v1/me").then().statusCode(200);
    }

    @Test
    void ignoresAMarkPastTheEnd() {
        var mark = Base64.getUrlDecoder().decode(create("x", null).extract().header("Parvis-Position"));
        ByteBuffer.wrap(mark).putLong(16, Long.MAX_VALUE);

        Api.asEveryone()
                .header(
                        "Parvis-Position",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(mark))
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void waitsForNobodyWhoIsNotKnown() {
        Api.as(TestCallers.expired())
                .header("Parvis-Position", "x")
                .get("/v1/me")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse create(String name, String key) {
        var request = Api.asEveryone().body("{\"name\":\"" + name + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(THINGS)
                .then();
    }

    /** How tags of now begin. */
    private static String life() {
        var tag = Api.asEveryone().get(THINGS + "/t1").header("ETag");
        return tag.substring(1, tag.indexOf('-') + 1);
    }

    private static Response rename(String path, String name, String ifMatch) {
        var request = Api.asEveryone().body("{\"name\":\"" + name + "\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    private static Response put(String path, String header, String value) {
        return Api.asEveryone().header(header, value).body("{\"name\":\"c\"}").put(path);
    }

    private static ValidatableResponse readIf(String ifMatch) {
        return Api.asEveryone().header("If-Match", ifMatch).get(THINGS + "/t1").then();
    }

    private static ValidatableResponse read(String ifNoneMatch) {
        return Api.asEveryone()
                .header("If-None-Match", ifNoneMatch)
                .get(THINGS + "/t1")
                .then();
    }
}
