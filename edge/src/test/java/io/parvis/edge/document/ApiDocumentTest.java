package io.parvis.edge.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The document says of every operation what the edge does with it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class ApiDocumentTest {

    private static final String THINGS = "paths.'/v1/brands/{brandId}/things'";

    private JsonPath document;

    @BeforeEach
    void readTheDocument() {
        document = given().get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void describesWhatAProblemIs() {
        assertThat(document.getMap("components.schemas.Problem.properties"))
                .containsKeys("type", "title", "status", "detail", "errors");
    }

    @Test
    void documentsTheProblemsOfEveryOperation() {
        assertThat(document.getMap(THINGS + ".post.responses"))
                .containsKeys("400", "401", "403", "404", "409", "422", "503");
        assertThat(document.getMap("paths.'/v1/brands/{brandId}/things/{thingId}'.put.responses"))
                .containsKeys("409", "412");
    }

    @Test
    void answersProblemsInTheirFormat() {
        assertThat(document.getString(THINGS + ".get.responses.'404'.content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void namesTheHeadersOnce() {
        assertThat(headers(THINGS + ".post")).containsExactly("Idempotency-Key", "If-Match", "Parvis-Position");
        assertThat(headers("paths.'/v1/brands/{brandId}/things/{thingId}'.put"))
                .containsExactly("If-Match", "If-None-Match", "Parvis-Position");
    }

    @Test
    void asksForAKey() {
        assertThat(document.getString(THINGS + ".get.security[0].apiKey")).isEqualTo("[]");
        assertThat(document.getString("components.securitySchemes.apiKey.name")).isEqualTo("X-API-Key");
        assertThat(document.getString("components.securitySchemes.apiKey.in")).isEqualTo("header");
    }

    @Test
    void asksForNoKeyInPublic() {
        Map<String, Object> operation = document.getMap("paths.'/v1/public/who'.get");

        assertThat(operation).containsEntry("security", List.of());
        assertThat(document.getMap("paths.'/v1/public/who'.get.responses")).doesNotContainKeys("401", "403");
    }

    @Test
    void demandsWhatCannotBeAbsentAndAllowsNullElsewhere() {
        assertThat(document.<String>getList("components.schemas.Body.required")).containsExactly("whole");
        assertThat(document.<String>getList("components.schemas.Body.properties.big.type"))
                .containsExactly("integer", "null");
        assertThat(document.<Object>getList("components.schemas.Body.properties.colour.anyOf"))
                .hasSize(2)
                .contains(Map.of("type", "null"));
    }

    @Test
    void saysThatOtherFieldsAreRefused() {
        assertThat(document.getBoolean("components.schemas.Name.additionalProperties"))
                .isFalse();
        assertThat(document.getMap("components.schemas.Who")).doesNotContainKey("additionalProperties");
    }

    @Test
    void saysWhatIsAlwaysAnswered() {
        assertThat(document.<String>getList("components.schemas.Who.required")).containsExactly("principal", "brands");
        assertThat(document.<String>getList("components.schemas.Problem.required"))
                .contains("type", "title", "status");
    }

    private List<String> headers(String operation) {
        return document.<String>getList(operation + ".parameters.findAll { it.in == 'header' }.name").stream()
                .sorted()
                .toList();
    }
}
