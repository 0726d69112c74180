package io.parvis.gateway.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Tag("smoke")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ApiKeyApiTest {

    @Inject
    KeyDatabaseConfig database;

    @ConfigProperty(name = "test.public-key")
    String publicKey;

    @Test
    void hasOnlyOneFormat() {
        given().header("X-API-Key", TestKeys.EDITOR)
                .accept("text/html")
                .get("/v1/api-keys/self")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-acceptable"));
    }

    @Test
    void tellsCallersWhoTheyAre() {
        given().header("X-API-Key", TestKeys.EDITOR)
                .get("/v1/api-keys/self")
                .then()
                .statusCode(200)
                .body("keyId", equalTo("editor_1"))
                .body("name", equalTo("editor"))
                .body("principal", equalTo("initial-editor"))
                .body("grants.brand", contains("b-1", "b-2"))
                .body("grants.role", contains("editor", "editor"))
                .body("$", not(hasKey("expiresAt")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "secret", TestKeys.UNKNOWN, "pv__x", "' or 1=1 --", TestKeys.EDITOR + "x"})
    void letsNobodyInWithoutAGoodKey(@Nullable String key) {
        for (var path : List.of("/v1/api-keys/self", "/v1/brands")) {
            var request = given();
            if (key != null) {
                request.header("X-API-Key", key);
            }
            request.get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("ApiKey"))
                    .body("type", endsWith("/not-authenticated"));
        }
    }

    @Test
    void vouchesForTheCallerForAMinute() throws Exception {
        var claims = claims(TestKeys.EDITOR);

        assertThat(claims.getSubject()).isEqualTo("initial-editor");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("editor");
        assertThat(claims.getClaimValue("grants"))
                .isEqualTo(List.of(Map.of("brand", "b-1", "role", "editor"), Map.of("brand", "b-2", "role", "editor")));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(60);
    }

    @Test
    void storesNoSecret() throws Exception {
        try (var connection = connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select k::text from gateway.api_key k where name in ('everything', 'editor')")) {
            var stored = "";
            while (rows.next()) {
                stored += rows.getString(1) + "\n";
            }

            assertThat(stored.lines()).hasSize(2);
            assertThat(stored)
                    .contains("all-1", "editor_1")
                    .doesNotContain("A".repeat(43), TestKeys.EDITOR, "b".repeat(41));
        }
    }

    @Test
    void refusesAnExpiredKey() throws Exception {
        insert("expired", TestKeys.EXPIRED, "now() - interval '1 second'");

        given().header("X-API-Key", TestKeys.EXPIRED)
                .get("/v1/api-keys/self")
                .then()
                .statusCode(401)
                .body("detail", equalTo("This API key has expired."));
    }

    @Test
    void forgetsAKeyWithinSecondsOfItsRemoval() throws Exception {
        var key = "pv_gone_" + "g".repeat(43);
        insert("gone", key, "null");
        given().header("X-API-Key", key).get("/v1/api-keys/self").then().statusCode(200);

        execute("delete from gateway.api_key where name = 'gone'");

        await().untilAsserted(() ->
                given().header("X-API-Key", key).get("/v1/api-keys/self").then().statusCode(401));
    }

    @Test
    void followsAnInitialKeyThatWasReplaced() throws Exception {
        var before = "pv_first_" + "1".repeat(43);
        var after = "pv_second_" + "2".repeat(43);
        initial("replaced", before);
        initial("replaced", before);
        initial("replaced", after);

        given().header("X-API-Key", after)
                .get("/v1/api-keys/self")
                .then()
                .statusCode(200)
                .body("name", equalTo("replaced"))
                .body("principal", equalTo("initial-replaced"));
        given().header("X-API-Key", before).get("/v1/api-keys/self").then().statusCode(401);
    }

    @Test
    void knowsACallerByEachOfItsKeys() throws Exception {
        var first = "pv_one_" + "1".repeat(43);
        var second = "pv_two_" + "2".repeat(43);
        initial("one", first, Optional.of("a-partner"));
        initial("two", second, Optional.of("a-partner"));

        for (var key : List.of(first, second)) {
            given().header("X-API-Key", key)
                    .get("/v1/api-keys/self")
                    .then()
                    .statusCode(200)
                    .body("principal", equalTo("initial-a-partner"));
            assertThat(claims(key).getSubject()).isEqualTo("initial-a-partner");
            assertThat(claims(key).toJson()).doesNotContain("pv_", "key:");
        }
    }

    @Test
    void vouchesForTheSameCallerAfterItsKeyWasReplaced() throws Exception {
        var before = "pv_old_" + "3".repeat(43);
        var after = "pv_new_" + "4".repeat(43);
        initial("rotated", before);
        var subject = claims(before).getSubject();

        initial("rotated", after);

        assertThat(claims(after).getSubject()).isEqualTo(subject);
    }

    /** As a replica of the release before writes it, while this one serves beside it. */
    @Test
    void knowsWhoseAKeyIsThatTheReleaseBeforeStored() throws Exception {
        var key = "pv_former_" + "5".repeat(43);
        initial("former", key);
        execute("update gateway.api_key set principal_id = null where name = 'former'");

        given().header("X-API-Key", key)
                .get("/v1/api-keys/self")
                .then()
                .statusCode(200)
                .body("principal", equalTo("initial-former"));
    }

    private void initial(String name, String key) throws SQLException {
        initial(name, key, Optional.empty());
    }

    private void initial(String name, String key, Optional<String> principal) throws SQLException {
        var initial = new InitialKey(key, principal, List.of("analyst"), List.of("*"));
        new InitialKeys(database, () -> Map.of(name, initial)).store();
    }

    private void insert(String name, String key, String expiry) throws SQLException {
        initial(name, key);
        execute("update gateway.api_key set expires_at = " + expiry + " where name = '" + name + "'");
    }

    /** What a service is told of who shows this key. */
    private JwtClaims claims(String key) throws Exception {
        var bearer = given().header("X-API-Key", key)
                .get("/v1/brands/b-1/fans")
                .path("headers.authorization[0]")
                .toString();

        var signer = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        return new JwtConsumerBuilder()
                .setExpectedIssuer("parvis-gateway")
                .setExpectedAudience("parvis")
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(1)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                .setVerificationKey(signer)
                .build()
                .processToClaims(bearer.substring("Bearer ".length()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private record InitialKey(String key, Optional<String> principal, List<String> roles, List<String> brands)
            implements InitialKeysConfig.InitialKey {}
}
