package io.parvis.edge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.testing.HandWrittenRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told as a problem, and nothing from inside the service is. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class ProblemsTest {

    @Inject
    UpcasterChain formats;

    @Test
    void namesTheRuleThatRefuses() {
        problem(Api.asEveryone().get("/v1/wrapped-refusal").then(), 409, "thing-already-named")
                .body("title", equalTo("The thing has that name"))
                .body("detail", equalTo("It is called x already."))
                .body("missing", hasItem("news"));
    }

    @Test
    void hidesAFaultBehindAnIncident() {
        var answer = problem(Api.asEveryone().get("/v1/fault").then(), 500, "internal-error")
                .body("detail", startsWith("Incident "));

        assertThat(answer.extract().asString()).doesNotContain("secret", "IllegalState", "\tat ");
    }

    @Test
    void saysWhichEventARequestNeedsAndCannotRead() {
        var thingId = Ulid.next();
        long position = HandWrittenRows.append(
                new HandWrittenRows.Row("test.ThingNamed", "1", "{\"name\":", "{}", "thing=" + thingId));

        problem(
                        Api.asEveryone()
                                .post("/v1/brands/b1/things/" + thingId + "/shout")
                                .then(),
                        500,
                        "event-unreadable")
                .body("detail", containsString("test.ThingNamed at " + position));
    }

    @Test
    void leavesToANewerReleaseWhatOnlyThatOneKnowsAndSaysSo() {
        var thingId = Ulid.next();
        long position = HandWrittenRows.append(new HandWrittenRows.Row(
                "test.ThingNamed", "2", "{\"thingId\":\"x\",\"name\":\"y\",\"more\":1}", "{}", "thing=" + thingId));
        var sentence = "test.ThingNamed 2 at %d is newer than this release, which knows it up to 1".formatted(position);

        problem(
                        Api.asEveryone()
                                .post("/v1/brands/b1/things/" + thingId + "/shout")
                                .then(),
                        503,
                        "newer-release-needed")
                .header("Retry-After", "1")
                .body("detail", containsString(sentence));
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'projections' }.data.values()", hasItem(sentence))
                .body("checks.find { it.name == 'projections' }.data.state", equalTo("DEGRADED"));
        formats.versions().forget();
    }

    @Test
    void asksWhoIsCalling() {
        problem(given().get("/v1/me").then(), 401, "not-authenticated")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void refusesATokenThatIsTooOld() {
        problem(Api.as(TestCallers.expired()).get("/v1/me").then(), 401, "not-authenticated");
    }

    @Test
    void asksNobodyWhoTheyAreInPublic() {
        given().get("/v1/public/who").then().statusCode(200).body("principal", equalTo("nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/public/../me",
                "/v1/public/%2e%2e/me",
                "/v1/public/..%2fme",
                "/v1/public;x/../me",
                "/v1/public/..;/me",
                "/v1//me",
                "//v1/public/../me",
                "/v1/me/",
                "/v1/me;a=/v1/public/"
            })
    void letsNobodySlipThroughPublicPaths(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 40[0145] ").contains("application/problem+json");
    }

    @Test
    void hidesABrandFromWhoeverHasNoGrantForIt() {
        problem(
                Api.as(TestCallers.on("b1", "admin"))
                        .get("/v1/brands/b2/things")
                        .then(),
                404,
                "brand-not-found");
    }

    @Test
    void namesTheRoleThatIsMissing() {
        problem(
                        Api.as(TestCallers.on("b1", "analyst"))
                                .body("{\"name\":\"x\"}")
                                .post("/v1/brands/b1/things")
                                .then(),
                        403,
                        "role-missing")
                .body("detail", containsString("editor"));
    }

    @Test
    void takesNoBrandsRoleForTheSuites() {
        problem(Api.as(TestCallers.on("b1", "ops")).get("/v1/suite").then(), 403, "role-missing");
    }

    @Test
    void letsOpsOfTheSuitePass() {
        Api.as(TestCallers.everywhere("ops")).get("/v1/suite").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%F0%9F%8E%89", "a.b", "%27%20or%201=1", "a%2Fb", "%ff", "%C3%28"})
    void knowsNothingByAnImpossibleId(String id) throws IOException {
        var answer = raw("GET /v1/brands/b1/things/" + id + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + TestCallers.everywhere("ops") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/problem+json");
    }

    @Test
    void knowsNothingByAnIdThatIsTooLong() {
        problem(Api.asEveryone().get("/v1/brands/b1/things/" + "x".repeat(65)).then(), 404, "thing-not-found");
    }

    @Test
    void knowsNothingBehindAnUnknownPath() {
        problem(Api.asEveryone().get("/v1/nothing/here").then(), 404, "not-found");
    }

    @Test
    void knowsNothingOutsideTheApi() {
        problem(given().get("/elsewhere").then(), 404, "not-found");
    }

    @Test
    void saysWhichMethodsThereAre() {
        problem(Api.asEveryone().delete("/v1/echo").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("OPTIONS, POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/octet-stream",
                "multipart/form-data;boundary=x",
                "application/x-www-form-urlencoded",
                "application/x-ndjson",
                "application/vnd.other+json",
                "nonsense"
            })
    void refusesOtherFormats(String contentType) throws IOException {
        var answer = raw(post("/v1/echo", "Content-Type: " + contentType, "{\"whole\":1}"));

        assertThat(answer).containsPattern("^HTTP/1.1 4(00|15) ").contains("application/problem+json");
    }

    @Test
    void saysTheMethodsOfAResourceItself() {
        problem(Api.asEveryone().delete("/v1/colours").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void saysAllMethodsOfAThing() {
        problem(Api.asEveryone().delete("/v1/brands/b1/things/t1").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, PUT"));
    }

    @Test
    void refusesABodyOfNoFormat() throws IOException {
        var answer = raw(post("/v1/echo", "X-None: none", "{\"whole\":1}"));

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("application/problem+json");
    }

    @Test
    void takesJsonThatNamesItsCharset() throws IOException {
        assertThat(raw(post("/v1/echo", "Content-Type: application/json; charset=UTF-8", "{\"whole\":1}")))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesToAnswerInAnotherFormat() {
        problem(Api.asEveryone().accept("application/xml").get("/v1/me").then(), 406, "not-acceptable");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        var answer = raw(post("/v1/echo", "Content-Type: application/json", "\"" + "x".repeat(2_200_000) + "\""));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
    }

    @Test
    void refusesAChunkedBodyThatIsTooLarge() throws IOException {
        var chunk = "x".repeat(100_000);
        var answer = raw("POST /v1/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + TestCallers.everywhere("ops")
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("186a0\r\n" + chunk + "\r\n").repeat(25) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/%zz HTTP/1.1",
                "GET /v1/% HTTP/1.1",
                "GET /v1/me?a=%zz HTTP/1.1",
                "GET /v1/a\0b HTTP/1.1"
            })
    void refusesAPathThatIsNone(String line) throws IOException {
        var answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        // Quarkus answers it by itself, before there is a route that could say more.
        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "discard"})
    void knowsNoProcessorByAnotherName(String act) {
        problem(
                Api.asEveryone()
                        .body("{\"processor\":\"none\",\"sequence\":\"x\"}")
                        .post("/v1/operations/eventing/parked-events/" + act)
                        .then(),
                404,
                "processor-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/me, 200",
        "POST, /v1/brands/b1/things/t1/shout, 400",
        "POST, /v1/nothing, 404",
        "DELETE, /v1/me, 405"
    })
    void goesOnAfterABodyThatNobodyWanted(String method, String path, String status) throws IOException {
        var head = " HTTP/1.1\r\nHost: x\r\nAuthorization: " + TestCallers.everywhere("ops", "editor") + "\r\n";
        var answer = raw(method + " " + path + head + "Content-Type: application/json\r\nContent-Length: 5\r\n\r\nhello"
                + "GET /v1/me" + head + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("HTTP/1.1 200 ");
    }

    @Test
    void readsNoMoreOfABodyThatNobodyWantedThanOfAnyOther() throws IOException {
        var chunk = "186a0\r\n" + " ".repeat(100_000) + "\r\n";
        var answer =
                raw("POST /v1/brands/b1/things/t1/shout HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                        + TestCallers.everywhere("editor")
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(25) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/v1/brands/b1/things/t1", "/v1/public/who"})
    void answersInJsonWhateverElseIsLikedBetter(String path) {
        Api.asEveryone()
                .accept("text/html, text/plain, application/json;q=0.1")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void saysWhenToTryAgain() {
        problem(Api.asEveryone().get("/v1/busy").then(), 503, "busy").header("Retry-After", equalTo("1"));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String name) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://parvis.io/problems/" + name))
                .body("status", equalTo(status))
                .body("title", notNullValue());
    }

    private static String post(String path, String header, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + TestCallers.everywhere("ops") + "\r\n" + header + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** As it is: a client's library would tidy the request up. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedEarly) {
                // The answer is there all the same.
            }
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("io.parvis", "java.", "io.vertx", "Exception", "\tat ");
            return answer;
        }
    }
}
