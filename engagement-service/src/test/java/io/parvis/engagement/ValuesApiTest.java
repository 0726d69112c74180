package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.change;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.draft;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TextFields;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class ValuesApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void judgesEveryTextOfEveryBody() {
        assertThat(TextFields.withoutARule("io.parvis.engagement")).isEmpty();
    }

    @Test
    void takesEachTextWhereItMayStand() {
        assertThat(TextFields.misreading("io.parvis.engagement")).isEmpty();
    }

    @Test
    void saysSoInTheDocument() {
        asEveryone()
                .get("/q/openapi?format=json")
                .then()
                .body("components.schemas.FanRegistration.properties.country.pattern", equalTo("^[A-Z]{2}$"))
                .body("components.schemas.FanRegistration.properties.email.format", equalTo("idn-email"))
                .body("components.schemas.FanRegistration.properties.email.maxLength", equalTo(254))
                .body("components.schemas.FanRegistration.properties.externalId.description", containsString("NFC"))
                .body("components.schemas.ContestRules.properties.officialRules.description", containsString("Lines"))
                .body("components.schemas.keySet()", not(hasItem("CountryCode")))
                .body("components.schemas.keySet()", not(hasItem("Email")));
    }

    @Test
    void judgesTheTextsOfAPatchToo() {
        String contestId = draft(brandId, rules()).path("contestId");
        change(brandId, contestId, Map.of("name", "a\u202eb"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/name"));

        var changed = change(brandId, contestId, Map.of("name", "Ve\u0301lo"));

        asEveryone()
                .header("Parvis-Position", changed.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId)
                .then()
                .body("name", equalTo("V\u00e9lo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "UK", "EU", "fr", "FRA", "F", "AN", "ZZ", "", "SU", "XK", "\uff26\uff32"})
    void refusesACountryThatIsNone(String country) {
        register(Map.of("country", country)).then().statusCode(400).body("errors.pointer", hasItem("/country"));

        var rules = rules();
        rules.put("eligibility", Map.of("countries", List.of("FR", country)));
        draft(brandId, rules).then().statusCode(400).body("errors.pointer", hasItem("/eligibility/countries/1"));

        String fanId = register(Map.of()).path("fanId");
        asEveryone()
                .body(Map.of("country", country))
                .patch(fans() + "/" + fanId)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/country"));
    }

    @ParameterizedTest
    @CsvSource({"UK, GB", "uk, GB", "fr, FR", "EL, GR"})
    void saysWhichCountryWasMeant(String country, String meant) {
        register(Map.of("country", country))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("here " + meant));
    }

    @ParameterizedTest
    @CsvSource({
        "ABC, 1,          currency",
        "eur, 1,          currency",
        "DEM, 1,          currency",
        "XXX, 1,          currency",
        "XAU, 1,          currency",
        "HRK, 1,          currency",
        "EURO, 1,         currency",
        "JPY, 1000.5,     amount",
        "EUR, 9.999,      amount",
        "KWD, 1.0005,     amount",
        "EUR, -1,         amount",
        "EUR, -0.01,      amount",
        "EUR, 1e13,       amount",
        "EUR, 1e-3,       amount"
    })
    void refusesAPriceThatIsNone(String currency, BigDecimal amount, String field) {
        draft(brandId, worth(currency, amount))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/prizes/0/unitValue/" + field));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 9.99", "JPY, 1000", "JPY, 1000.00", "KWD, 1.005", "CLF, 1.0005", "EUR, 0", "EUR, 1e3"})
    void takesAPriceInItsCurrency(String currency, BigDecimal amount) {
        draft(brandId, worth(currency, amount)).then().statusCode(201);
    }

    private static Map<String, Object> worth(String currency, BigDecimal amount) {
        var rules = rules();
        rules.put(
                "prizes",
                List.of(Map.of(
                        "name",
                        "Bicycle",
                        "quantity",
                        1,
                        "unitValue",
                        Map.of("amount", amount, "currency", currency))));
        return rules;
    }

    @ParameterizedTest
    @CsvSource({
        "closesAt, 9999-12-31T23:59:59-18:00",
        "closesAt, 9999-12-31T23:59:59-14:00",
        "closesAt, +10000-01-01T00:00:00Z",
        "closesAt, 2100-01-01T00:00Z",
        "closesAt, 2100-01-01T00:00:00+01",
        "opensAt,  0000-01-01T00:00:00Z",
        "opensAt,  2026-01-01T00:00:00+00:00:01"
    })
    void refusesAContestAtATimeThatIsNone(String field, String time) {
        var rules = rules();
        rules.put(field, time);
        draft(brandId, rules).then().statusCode(400).body("errors.pointer", hasItem("/" + field));

        String contestId = draft(brandId, rules()).path("contestId");
        change(brandId, contestId, Map.of(field, time))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/" + field));
    }

    @ParameterizedTest
    @CsvSource({"P2W, P14D", "P1W, P7D", "P14D, P14D", "PT336H, P14D", "PT36H, P1DT12H"})
    void readsADurationBackWithItsDays(String given, String kept) {
        var rules = rules();
        rules.put("claimWindow", given);
        var drafted = draft(brandId, rules);

        asEveryone()
                .header("Parvis-Position", drafted.header("Parvis-Position"))
                .get(contests(brandId) + "/" + drafted.path("contestId"))
                .then()
                .statusCode(200)
                .body("claimWindow", equalTo(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example..org",
                "a@.example.org",
                "a@example.org.",
                "a@-example.org",
                "a@example-.org",
                "a@example.-org",
                "a@exa_mple.org",
                "a@example",
                "a@1.2.3.4",
                "a@[1.2.3.4]",
                "a@@example.org",
                "a@b@example.org",
                "a\uff20b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "a\uff0e\uff0eb@example.org",
                " a@example.org",
                "a@example.org ",
                "a b@example.org",
                "a\u00a0b@example.org",
                "a\u200bb@example.org",
                "a\u200db@example.org",
                "a\u00adb@example.org",
                "a\u2800b@example.org",
                "a\u202eb@example.org",
                "a@exam\u200bple.org",
                "a@exam\u00adple.org",
                "a@xn--zzzz.org",
                "\"a\"@example.org",
                "a,b@example.org",
                "@example.org",
                "a@",
                "mailto:a@example.org"
            })
    void refusesAnAddressThatIsNone(String email) {
        register(Map.of("email", email)).then().statusCode(400).body("errors.pointer", hasItem("/email"));
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        for (var email : List.of(
                "a".repeat(65) + "@example.org",
                "é".repeat(33) + "@example.org", // 66 octets
                "a@" + "b".repeat(64) + ".org",
                "a@" + "b.".repeat(125) + "org",
                "é".repeat(30) + "@" + "b".repeat(63) + "." + "b".repeat(62) + "." + "b".repeat(58) + ".exam.org")) {
            register(Map.of("email", email)).then().statusCode(400).body("errors.pointer", hasItem("/email"));
        }
        register(Map.of("email", "a".repeat(64) + "@" + "b".repeat(63) + ".example.org"))
                .then()
                .statusCode(201);
    }

    @Test
    void tellsTwoDomainsApart() {
        register(Map.of("email", "anne@fass.example")).then().statusCode(201);

        register(Map.of("email", "anne@fa\u00df.example")).then().statusCode(201);
        register(Map.of("email", "anne@xn--fa-hia.example"))
                .then()
                .statusCode(409)
                .body("type", containsString("email-taken"));
    }

    @Test
    void flagsAnAddressThatLooksLikeAnotherAndMergesNone() {
        register(Map.of("email", "anna@example.org")).then().statusCode(201);

        var lookalike = register(Map.of("email", "\u0430nna@example.org")); // a Cyrillic a
        var other = register(Map.of("email", "zo\u00eb@example.org"));

        lookalike.then().statusCode(201);
        read(lookalike).then().body("emailLookalike", equalTo(true));
        read(other).then().body("emailLookalike", nullValue());
    }

    @Test
    void knowsAnExternalIdByItsCanonicalForm() {
        var first = register(Map.of("externalId", "Ve\u0301lo 1"));

        first.then().statusCode(201);
        read(first).then().body("externalId", equalTo("Ve\u0301lo 1"));
        register(Map.of("externalId", "V\u00e9lo 1"))
                .then()
                .statusCode(409)
                .body("type", containsString("external-id-taken"));
        register(Map.of("externalId", "v\u00e9lo 1")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "externalId, 'c1 '",
        "externalId, ' c1'",
        "externalId, 'c1\u00a0'",
        "externalId, 'c\u00a01'",
        "externalId, 'c\u200b1'",
        "externalId, 'c1\ufeff'",
        "externalId, 'c\u200d1'",
        "externalId, 'c\u00ad1'",
        "externalId, 'c1\ufe0f'",
        "externalId, '\u3164'",
        "externalId, 'c\t1'",
        "externalId, 'c\u202e1'",
        "externalId, 'c\ufdd01'",
        "handle,     '@an\u200bne'",
        "handle,     '@anne '",
        "handle,     '\u2800'"
    })
    void refusesAKeyInWhichSomethingIsInvisible(String field, String key) {
        register(Map.of(field, key)).then().statusCode(400).body("errors.pointer", hasItem("/" + field));
    }

    @Test
    void refusesAKeyInACorrectionToo() {
        String fanId = register(Map.of()).path("fanId");
        for (var patch : List.of(Map.of("handle", "@an\u200bne"), Map.of("email", "a\u200bb@example.org"))) {
            asEveryone()
                    .body(patch)
                    .patch(fans() + "/" + fanId)
                    .then()
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            hasItem("/" + patch.keySet().iterator().next()));
        }
    }

    @Test
    void refusesABirthThatCannotBe() {
        var today = LocalDate.now(ZoneOffset.UTC);
        for (var day : List.of(
                "0000-01-01",
                "0001-01-01",
                "1850-06-01",
                "9999-12-31",
                "10000-01-01",
                "2001-02-29",
                today.plusDays(2).toString(),
                today.minusYears(150).minusDays(1).toString())) {
            register(Map.of("birthDate", day)).then().statusCode(400).body("errors.pointer", hasItem("/birthDate"));
        }
        register(Map.of("birthDate", today.minusYears(149).toString())).then().statusCode(201);
        register(Map.of("birthDate", today.minusDays(1).toString())).then().statusCode(201);
    }

    @Test
    void takesLinesWhereAPersonWritesThem() {
        var rules = rules();
        rules.put("officialRules", "1. Enter.\r\n2. Wait.\n\n\tThat is all.\n");
        draft(brandId, rules).then().statusCode(201);

        register(Map.of(
                        "consents",
                        List.of(Map.of("purpose", "contests", "granted", true, "wording", "I agree\nto it"))))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a..b/",
                "https://a.-b/",
                "https://a-.b/",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://user@example.org/",
                "https://example.org/#x",
                "https://fa\u00df.example/",
                "https://xn--zzzz.example/",
                "http://example.org/"
            })
    void refusesALandingPageAtAnAddressThatIsNone(String url) {
        String contestId = draft(brandId, rules()).path("contestId");

        asEveryone()
                .body(Map.of("url", url))
                .put("/v1/brands/" + brandId + "/campaigns/" + contestId + "/landing-page")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/url"));
    }

    private Response register(Map<String, ?> changes) {
        var body = new HashMap<String, Object>(Map.of("country", "FR"));
        body.putAll(changes);
        return asEveryone().body(body).post(fans());
    }

    private Response read(Response registered) {
        return asEveryone()
                .header("Parvis-Position", registered.header("Parvis-Position"))
                .get(fans() + "/" + registered.path("fanId"));
    }

    private String fans() {
        return "/v1/brands/" + brandId + "/fans";
    }
}
