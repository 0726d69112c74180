package io.parvis.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database in which keys were all that there was. */
@Tag("slow")
class PrincipalsMigrationTest {

    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .defaultSchema("gateway")
                .locations("classpath:db/gateway")
                .target("1")
                .load()
                .migrate();
        execute("""
                insert into gateway.api_key (id, name, secret_hash, grants)
                values ('k-1', 'editor', decode(repeat('00', 32), 'hex'), '[]'),
                       ('k-2', 'a partner''s', decode(repeat('00', 32), 'hex'), '[]')""");
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void givesEachKeyAPrincipalThatItKeepsWhenItIsReplaced() throws Exception {
        start(Map.of());
        var before = principals();

        start(Map.of("parvis.initial-api-keys.editor.key", "pv_k-3_" + "x".repeat(43)));

        assertThat(before).containsExactly("k-1 initial-editor", "k-2 initial-a partner's");
        assertThat(principals()).containsExactly("k-2 initial-a partner's", "k-3 initial-editor");
    }

    @Test
    void letsAReleaseThatKnowsNoPrincipalsStoreItsKeys() throws Exception {
        start(Map.of());

        execute("""
                insert into gateway.api_key (id, name, secret_hash, grants)
                values ('k-4', 'late', decode(repeat('00', 32), 'hex'), '[]')""");
        start(Map.of("parvis.initial-api-keys.late.key", "pv_k-4_" + "x".repeat(43)));

        assertThat(principals()).contains("k-4 initial-late");
    }

    private void start(Map<String, String> keys) throws SQLException {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(KeyDatabaseConfig.class)
                .withMapping(InitialKeysConfig.class)
                .withDefaultValue("parvis.database.url", "postgresql://localhost:" + postgres.getPort() + "/postgres")
                .withDefaultValue("parvis.database.username", "postgres")
                .withDefaultValue("parvis.database.password", "postgres");
        keys.forEach((property, key) -> builder.withDefaultValue(property, key)
                .withDefaultValue(property.replaceFirst("key$", "roles"), "editor"));
        var config = builder.build();
        var database = config.getConfigMapping(KeyDatabaseConfig.class);
        new KeySchema(database, new InitialKeys(database, config.getConfigMapping(InitialKeysConfig.class)))
                .prepare(new StartupEvent());
    }

    private List<String> principals() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select k.id || ' ' || p.id from gateway.api_key k join gateway.principal p"
                                + " on p.id = k.principal_id order by k.id")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
