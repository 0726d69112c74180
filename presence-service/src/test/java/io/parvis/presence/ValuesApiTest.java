package io.parvis.presence;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TextFields;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for single values hold in this service's requests. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class ValuesApiTest {

    @Test
    void judgesEveryTextOfEveryBody() {
        assertThat(TextFields.withoutARule("io.parvis.presence")).isEmpty();
    }

    @Test
    void takesEachTextWhereItMayStand() {
        assertThat(TextFields.misreading("io.parvis.presence")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name,      ' Vélo'",
        "name,      '\u200b'",
        "name,      '\u3164\u2800'",
        "name,      '\u202eolev'",
        "legalName, 'Vélo\tSA'",
        "legalName, 'Vélo\u00a0'",
        "timeZone,  SystemV/PST8PDT",
        "timeZone,  +02:00"
    })
    void refusesABrandWithAValueThatIsNone(String field, String value) {
        register(Map.of(field, value)).then().statusCode(400).body("errors.pointer", hasItem("/" + field));
    }

    @Test
    void countsTheLettersOfANameAsPeopleDo() {
        register(Map.of("name", "🚲".repeat(200))).then().statusCode(201);
        register(Map.of("name", "🚲".repeat(201))).then().statusCode(400).body("errors.pointer", hasItem("/name"));
    }

    @Test
    void keepsANameInNfc() {
        var created = register(Map.of("name", "Ve\u0301lo"));

        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + created.path("brandId"))
                .then()
                .body("name", equalTo("V\u00e9lo"));
    }

    @Test
    void takesLinesInWhatABrandMustMention() {
        String brandId = register(Map.of()).path("brandId");
        var persona = Map.of(
                "traits",
                List.of("warm"),
                "tone",
                "Short.\n\nNever loud.",
                "formOfAddress",
                "vous",
                "legalMentions",
                List.of("Ends at midnight.\r\nNo purchase necessary."));

        asEveryone()
                .body(persona)
                .put("/v1/brands/" + brandId + "/persona")
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a..b/x",
                "https://-a.example/",
                "https://a-.example/",
                "https://user@example.org/",
                "https://example.org:99999/",
                "https://example.org/{x}",
                "https://exa_mple.org/",
                "https://a\u200bb.example/",
                "https://example.org/a\u202eb",
                "ftp://example.org/"
            })
    void refusesAChannelAtAnAddressThatIsNone(String url) {
        String brandId = register(Map.of()).path("brandId");

        plan(brandId, Map.of("url", url)).then().statusCode(400).body("errors.pointer", hasItem("/url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ve\u200blo", "@velo\u2800", "@ve\u202elo", "@ve\u0007lo"})
    void refusesAHandleInWhichSomethingIsInvisible(String handle) {
        String brandId = register(Map.of()).path("brandId");

        plan(brandId, Map.of("handle", handle)).then().statusCode(400).body("errors.pointer", hasItem("/handle"));
    }

    @ParameterizedTest
    @CsvSource({
        "url, https://%s.b\u00fccher.example/, https://%s.xn--bcher-kva.example/",
        "url, https://%s.B\u00dcCHER.example, https://%s.b\u00fccher.example/",
        "handle, @ve\u0301lo%s, @v\u00e9lo%s",
        "handle, @velo@b\u00fccher%s.example, @velo@B\u00dcCHER%s.example"
    })
    void knowsOneAddressWrittenTwoWays(String field, String one, String other) {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        String brandId = register(Map.of()).path("brandId");
        plan(brandId, Map.of(field, one.formatted(tag)));

        plan(brandId, Map.of(field, other.formatted(tag))).then().statusCode(409);
    }

    @Test
    void tellsTwoDomainsApart() {
        String brandId = register(Map.of()).path("brandId");
        plan(brandId, Map.of("url", "https://fass.example/")).then().statusCode(201);

        plan(brandId, Map.of("url", "https://fa\u00df.example/")).then().statusCode(201);
        plan(brandId, Map.of("url", "https://xn--fa-hia.example/")).then().statusCode(409);
    }

    private static Response plan(String brandId, Map<String, ?> where) {
        var body = new HashMap<String, Object>(where);
        body.put("kind", "forum");
        body.put("purpose", "news");
        return asEveryone().body(body).post("/v1/brands/" + brandId + "/channels");
    }

    private static Response register(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(Map.of(
                "slug",
                "b" + UUID.randomUUID(),
                "name",
                "Vélo",
                "timeZone",
                "Europe/Paris",
                "languages",
                List.of("fr")));
        body.putAll(changes);
        return asEveryone().body(body).post("/v1/brands");
    }
}
