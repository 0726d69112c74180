package io.parvis.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class RoutingTest {

    Stubs stubs;

    @ParameterizedTest
    @CsvSource({
        "/v1/brands, presence",
        "/v1/brands/b-1, presence",
        "/v1/brands/b-1/archive, presence",
        "/v1/brands/b-1/persona, presence",
        "/v1/brands/b-1/channels/c/evidence/owner-named, presence",
        "/v1/brands/b-1/fans, engagement",
        "/v1/brands/b-1/fans/f/consents, engagement",
        "/v1/brands/b-1/contests/c/entries, engagement",
        "/v1/brands/b-1/campaigns/c/circles, engagement",
        "/v1/brands/b-1/mentions, reputation",
        "/v1/brands/b-1/mentions/m, reputation",
        "/v1/operations/presence/parked-events, presence",
        "/v1/operations/engagement/parked-events/retry, engagement",
        "/v1/operations/reputation, reputation"
    })
    void leadsEachPathToItsService(String path, String service) {
        withKey()
                .get(path + "?limit=5")
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("uri", equalTo(path + "?limit=5"));
    }

    @Test
    void leadsToANewPathOnceItsServiceHasIt() {
        var path = "/v1/brands/b-1/never-listed-anywhere";
        withKey().get(path).then().statusCode(404);
        var before = stubs.reputation().description();
        try {
            stubs.reputation().describes(SuiteAround.describing("/v1/brands/{brandId}/never-listed-anywhere"));

            awaitStatus(path, 200);
            withKey().get(path).then().body("service", equalTo("reputation"));
            withKey().get("/v1/brands/b-1/mentions").then().statusCode(404);
        } finally {
            stubs.reputation().describes(before);
            awaitStatus("/v1/brands/b-1/mentions", 200);
        }
    }

    private static void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> withKey().get(path).then().statusCode(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/public/contests/c/proof", "/v1/public/draw-keys", "/v1/public/r/token"})
    void asksNobodyForAKeyToWhatIsPublicAndPassesNoClaimOn(String path) {
        given().header("Authorization", "Bearer forged")
                .get(path)
                .then()
                .statusCode(200)
                .body("service", equalTo("engagement"))
                .body("headers.authorization", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/brands/b-1/nothing",
                "/v1",
                "/v2/brands",
                "/v1/brands/b-1/fans/f/consents/more",
                "/v1/operations/{service}/parked-events",
                "/v1/operations/gateway/x",
                "/v1/operations",
                "/q/secret",
                "/q/openapi",
                "/q/dev-ui",
                "/q/swagger-ui",
                "/q/arc/beans",
                "/q/metrics",
                "/docs/../q/openapi",
                "/v1/brands/..%2f..%2fq/secret",
                "/v1/brands/%2e%2e/%2e%2e/q/secret",
                "/v1/brands/../../q/secret",
                "/v1/operations/presence/../../../q/secret",
                "/v1/brands/b-1/channels/..;/..;/..;/..;/q/secret",
                "//q/secret",
                "/v1/brands//q/secret",
                "/v1/brands/",
                "/v1/api-keys/self/"
            })
    void knowsNothingElse(String path) throws Exception {
        var answer = RawHttp.get(RestAssured.port, path, "X-API-Key: " + TestKeys.EVERYTHING);

        assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/brands/%00", "/v1/brands/%zz", "/v1/brands?x=%", "/v1/brands/%ff", "/q/health/%00"})
    void callsAMalformedPathMalformed(String path) throws Exception {
        var answer = RawHttp.get(RestAssured.port, path, "X-API-Key: " + TestKeys.EVERYTHING);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "private, no-store", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/brands HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /v1/brands HTTP/1.1\r\n\r\n",
                "G=T / HTTP/9.9\r\nx\r\n\r\n",
                "GET /v1/brands HTTP/1.1\r\nHost: g\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/brands HTTP/1.1\r\nHost: g\r\nContent-Length: 1x\r\n\r\n",
                "POST /v1/brands HTTP/1.1\r\nHost: g\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /v1/brands HTTP/1.1\r\nHost: g\r\nX-API-Key: K\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /v1/brands HTTP/1.1\r\nHost: g\r\n: x\r\n\r\n",
                "CONNECT gateway:80 HTTP/1.1\r\nHost: g\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: g\r\n\r\n"
            })
    void takesNoBlameForMalformedHttp(String request) throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.write(request.replace("X-API-Key: K", "X-API-Key: " + TestKeys.EVERYTHING));

            assertThat(connection.readHead()).matches("(?s)(HTTP/1.[01] (4..|204|505).*)?");
        }
    }

    @Test
    void repliesToAHeadAsToAGetWithoutABody() {
        withKey().head("/v1/brands").then().statusCode(200).header("Content-Length", equalTo("1234"));
    }

    @Test
    void asksTheServiceAboutOptions() {
        withKey().options("/v1/brands").then().statusCode(200).body("method", equalTo("OPTIONS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "TRACE", "PROPFIND", "foo"})
    void leavesItToTheServiceWhichMethodsAPathHas(String method) throws Exception {
        var answer = RawHttp.send(RestAssured.port, method, "/v1/brands", "X-API-Key: " + TestKeys.EVERYTHING);

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void keepsToItselfWhatIsForThisHopAlone() {
        withKey()
                .header("Connection", "keep-alive, X-Hop")
                .header("X-Hop", "drop me")
                .header("TE", "trailers")
                .header("Authorization", "Bearer forged")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .header("Idempotency-Key", "once")
                .get("/v1/brands")
                .then()
                .body("headers.x-hop", nullValue())
                .body("headers.te", nullValue())
                .body("headers.x-api-key", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.x-forwarded-for[0]", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-for.size()", equalTo(1))
                .body("headers.authorization.size()", equalTo(1))
                .body("headers.authorization[0]", matchesPattern("Bearer ey.+\\..+\\..+"))
                .body("headers.idempotency-key[0]", equalTo("once"));
    }

    @Test
    void passesATraceOn() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        withKey().header("traceparent", trace).get("/v1/brands").then().body("headers.traceparent[0]", equalTo(trace));
    }

    @Test
    void beginsATraceWhereThereIsNoneOrABrokenOne() {
        withKey()
                .header("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01")
                .header("tracestate", "a=b")
                .get("/v1/brands")
                .then()
                .body("headers.traceparent[0]", matchesPattern("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01"))
                .body("headers.tracestate", nullValue());
    }

    @Test
    void givesTheAnswerBackAsItHoldsOutside() {
        withKey()
                .post("/v1/brands?stub=created")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/brands/b-1"))
                .header("Parvis-Position", equalTo("42"))
                .header("X-Inner", nullValue());
    }

    @Test
    void givesAnswersWithoutABodyBackWithoutOne() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            var key = "X-API-Key: " + TestKeys.EVERYTHING;
            connection.head("GET", "/v1/brands?stub=no-content", key);
            var first = connection.readHead();
            connection.head("GET", "/v1/brands?stub=not-modified", key);
            var second = connection.readHead();
            connection.head("HEAD", "/v1/brands", key);
            var third = connection.readHead();
            connection.head("GET", "/v1/brands/nothing/here", key);

            assertThat(first).startsWith("HTTP/1.1 204").doesNotContain("transfer-encoding");
            assertThat(second).startsWith("HTTP/1.1 304");
            assertThat(third).startsWith("HTTP/1.1 200");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health/ready", "/q/health/suite", "/v1/api-keys/self", "/openapi.json", "/docs/", "/", "*"})
    void answersOneRequestAfterAnotherOnAConnection(String target) throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head(target.equals("*") ? "OPTIONS" : "HEAD", target, "X-API-Key: " + TestKeys.EVERYTHING);
            var first = connection.readHead();
            connection.head("GET", "/v1/nothing");

            assertThat(first).startsWith("HTTP/1.1");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void leavesTheServicesOwnProblemsAlone() {
        withKey().get("/v1/brands?stub=error").then().statusCode(500).body(equalTo("{\"type\":\"theirs\"}"));
    }

    @Test
    void sendsABrowserToThePageToTryTheApi() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", matchesPattern(".*/docs"));
        given().get("/docs")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", notNullValue())
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void lendsThePageToTryTheApiEverythingItNeeds() {
        var page = given().get("/docs/").then().statusCode(200).extract().asString();

        assertThat(page).contains("/openapi.json").doesNotContain("https://");
        given().get("/docs/swagger-ui-bundle.js").then().statusCode(200);
        given().get("/docs/swagger-ui.css").then().statusCode(200);
    }

    @Test
    void onlyReadsItsOwnPages() {
        given().body("x").post("/openapi.json").then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        given().options("/v1/api-keys/self").then().statusCode(204).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        given().delete("/q/health/ready").then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/brands", "/v1/brands?stub=error", "/v1/brands?stub=no-content", "/v1/api-keys/self"})
    void saysThatNobodyKeepsWhatIsForOneKey(String path) {
        withKey()
                .get(path)
                .then()
                .header("Cache-Control", equalTo("private, no-store"))
                .header("Vary", containsString("X-API-Key"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/brands", "/nothing", "/q/health/nothing", "/docs/nothing"})
    void saysThatNobodyKeepsARefusal(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .header("Cache-Control", equalTo("private, no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void leavesItToAServiceHowLongAnAnswerIsKept() {
        given().get("/v1/public/contests/c-1?stub=kept")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=10"))
                .header("Vary", equalTo("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi.json", "/docs", "/q/health", "/q/health/suite", "/v1/api-keys/self"})
    void neverFailsOnAFormat(String path) {
        for (var accept : List.of("", "x", "/", "*", "a/b;q=7", "text/html", ",", "\"")) {
            withKey()
                    .redirects()
                    .follow(false)
                    .header("Accept", accept)
                    .get(path)
                    .then()
                    .statusCode(lessThan(500));
        }
    }

    @Test
    void guessesNoFormatOfItsOwnPages() {
        for (var path : List.of("/openapi.json", "/openapi.yaml", "/docs", "/q/health", "/q/health/suite")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Cache-Control", notNullValue());
        }
    }

    @Test
    void refusesParametersThatItsOperationDoesNotKnow() {
        withKey()
                .get("/v1/api-keys/self?who=me")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("parameter:who"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "x", "application/json;q=0", "application/jsonx", "\""})
    void answersItsOperationInNoOtherFormat(String accept) {
        withKey()
                .header("Accept", accept)
                .get("/v1/api-keys/self")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", "application/*", "text/html, application/json;q=0.5", "Application/JSON ; v=1"})
    void answersItsOperationInJson(String accept) {
        withKey()
                .header("Accept", accept)
                .get("/v1/api-keys/self")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    private static RequestSpecification withKey() {
        return given().urlEncodingEnabled(false).header("X-API-Key", TestKeys.EVERYTHING);
    }
}
