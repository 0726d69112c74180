package io.parvis.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client says of where it believes to be is told to nobody. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ForgedHostTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/docs",
        "GET,/docs/",
        "GET,/docs/index.html",
        "GET,/docs/nothing",
        "GET,/openapi.json",
        "GET,/openapi.yaml",
        "GET,/q/health",
        "GET,/q/health/suite",
        "GET,/v1/api-keys/self",
        "GET,/nothing",
        "POST,/",
        "POST,/v1/brands?stub=created",
        "GET,/v1/brands?stub=error",
        "GET,http://forged.example/",
        "GET,http://forged.example/v1/brands?stub=early",
        "OPTIONS,*"
    })
    void isInNoAnswer(String method, String target) throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.write("%s %s HTTP/1.1\r\nHost: forged.example\r\nX-Forwarded-Host: forged.example\r\n"
                            .formatted(method, target)
                    + "Forwarded: host=forged.example;proto=https\r\nX-API-Key: " + TestKeys.EVERYTHING
                    + "\r\nConnection: close\r\n\r\n");

            assertThat(connection.readAll()).startsWith("HTTP/1.1 ").doesNotContain("forged.example");
        }
    }
}
