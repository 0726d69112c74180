package io.parvis.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ApiDocumentApiTest {

    @Test
    void describesTheWholeSuiteToEverybody() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Parvis"))
                .body("paths", hasKey("/v1/brands"))
                .body("paths", hasKey("/v1/brands/{brandId}/fans"))
                .body("paths", hasKey("/v1/operations/reputation"))
                .body("paths", hasKey("/v1/api-keys/self"))
                .body("paths", not(hasKey("/q/secret")))
                .body("components.schemas.keySet()", containsInAnyOrder("ApiKey", "Grant", "Instant", "Problem"))
                .body("paths.'/v1/api-keys/self'.get", not(hasKey("requestBody")));
    }

    @Test
    void saysTheSameInYaml() throws Exception {
        var yaml = given().get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType(containsString("yaml"))
                .extract()
                .asString();
        var json = given().get("/openapi.json").asString();

        assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(new ObjectMapper().readTree(json));
    }
}
