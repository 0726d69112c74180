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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ApiKeyApiTest {

    @Inject
    DatabaseConfig database;

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
                .body("principal", equalTo("key:editor_1"))
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
        var bearer = given().header("X-API-Key", TestKeys.EDITOR)
                .get("/v1/brands/b-1/fans")
                .path("headers.authorization[0]")
                .toString();

        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        var claims = new JwtConsumerBuilder()
                .setExpectedIssuer("parvis-gateway")
                .setExpectedAudience("parvis")
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(1)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
                .setVerificationKey(key)
                .build()
                .processToClaims(bearer.substring("Bearer ".length()));
        assertThat(claims.getSubject()).isEqualTo("key:editor_1");
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
                .body("name", equalTo("replaced"));
        given().header("X-API-Key", before).get("/v1/api-keys/self").then().statusCode(401);
    }

    private void initial(String name, String key) throws SQLException {
        new InitialKeys(database, () -> Map.of(name, new InitialKey(key, List.of("analyst"), List.of("*")))).store();
    }

    private void insert(String name, String key, String expiry) throws SQLException {
        initial(name, key);
        execute("update gateway.api_key set expires_at = " + expiry + " where name = '" + name + "'");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private record InitialKey(String key, List<String> roles, List<String> brands)
            implements InitialKeysConfig.InitialKey {}
}
