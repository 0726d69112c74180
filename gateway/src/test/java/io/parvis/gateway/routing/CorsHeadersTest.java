package io.parvis.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class CorsHeadersTest {

    private static final String PAGE = "https://www.example.org";

    @ParameterizedTest
    @CsvSource({
        "/v1/public/contests/c-1,200",
        "/v1/public/contests/c-1?stub=not-modified,304",
        "/v1/public/contests/c-1?stub=early,404",
        "/v1/public/contests/c-1?stub=error,500",
        "/v1/public/contests/c-1?stub=hang,504",
        "/v1/public/nothing,404",
        "/v1/public/contests/a%2Fb,404",
        "/v1/public/contests/%zz,400",
        "/openapi.json,200",
        "/openapi.yaml,200"
    })
    void mayReadWhatIsPublicAndSeeWhatWentWrong(String path, int status) throws Exception {
        assertThat(RawHttp.get(RestAssured.port, path, "Origin: " + PAGE))
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Access-Control-Allow-Origin: *\n")
                .containsIgnoringCase("Access-Control-Expose-Headers: ETag, Location, Parvis-Position, Retry-After\n")
                .doesNotContainIgnoringCase("Access-Control-Allow-Credentials");
    }

    @Test
    void readsWithoutSayingWhereItIsFromToo() throws Exception {
        assertThat(RawHttp.send(RestAssured.port, "HEAD", "/v1/public/contests/c-1"))
                .containsIgnoringCase("Access-Control-Allow-Origin: *\n");
    }

    @Test
    void mayAskFirst() {
        asking("/v1/public/contests/c-1")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD"))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/brands", "/v1/brands/b-1/fans", "/v1/api-keys/self", "/q/health", "/v1/publicity", "/docs"})
    void mayReadNothingElse(String path) {
        given().header("Origin", PAGE)
                .header("X-API-Key", TestKeys.EVERYTHING)
                .get(path)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        asking(path).then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void mayWriteNothing() {
        given().header("Origin", PAGE)
                .post("/v1/public/contests/c-1")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static Response asking(String path) {
        return given().header("Origin", PAGE)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options(path);
    }
}
