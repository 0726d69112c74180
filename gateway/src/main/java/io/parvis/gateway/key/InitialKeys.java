package io.parvis.gateway.key;

import io.parvis.gateway.key.InitialKeysConfig.InitialKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * Stores the keys that configuration names, hashed, and whose they are. Configuration rules: where a key of that name is
 * stored already with another secret, principal or other grants, it follows.
 */
@ApplicationScoped
class InitialKeys {

    private static final Set<String> ROLES =
            Set.of("ops", "admin", "editor", "approver", "moderator", "analyst", "partner");

    /** So that nothing made while the suite runs can be taken for one of these. */
    private static final String INITIAL = "initial-";

    private static final String STORE_PRINCIPAL =
            "insert into gateway.principal (id, name) values (?, ?) on conflict (id) do nothing";

    private static final String STORE = """
            insert into gateway.api_key as known (id, name, principal_id, secret_hash, grants)
            values (?, ?, ?, ?, ?::jsonb)
            on conflict (name) do update
              set id = excluded.id, principal_id = excluded.principal_id, secret_hash = excluded.secret_hash,
                  grants = excluded.grants
              where (known.id, known.principal_id, known.secret_hash, known.grants)
                    is distinct from (excluded.id, excluded.principal_id, excluded.secret_hash, excluded.grants)
            """;

    private final KeyDatabaseConfig database;
    private final InitialKeysConfig config;

    InitialKeys(KeyDatabaseConfig database, InitialKeysConfig config) {
        this.database = database;
        this.config = config;
    }

    void store() throws SQLException {
        if (config.byName().isEmpty()) {
            return;
        }
        try (var connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            connection.setAutoCommit(false);
            for (var key : config.byName().entrySet()) {
                store(connection, key.getKey(), key.getValue());
            }
            connection.commit();
        }
    }

    private static void store(Connection connection, String name, InitialKey initial) throws SQLException {
        var key = PresentedKey.read(initial.key())
                .orElseThrow(() -> new IllegalArgumentException("parvis.initial-api-keys." + name
                        + ".key must be pv_<id>_ followed by 43 characters of base64url"));
        var principal = initial.principal().orElse(name);
        try (var insert = connection.prepareStatement(STORE_PRINCIPAL)) {
            insert.setString(1, INITIAL + principal);
            insert.setString(2, principal);
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement(STORE)) {
            insert.setString(1, key.id());
            insert.setString(2, name);
            insert.setString(3, INITIAL + principal);
            insert.setBytes(4, key.hashBytes());
            insert.setString(5, grants(name, initial).encode());
            insert.executeUpdate();
        }
    }

    private static JsonArray grants(String name, InitialKey initial) {
        var grants = new JsonArray();
        for (var role : initial.roles()) {
            if (!ROLES.contains(role)) {
                throw new IllegalArgumentException(
                        "parvis.initial-api-keys." + name + ".roles: there is no role " + role);
            }
            initial.brands()
                    .forEach(brand ->
                            grants.add(new JsonObject().put("brand", brand).put("role", role)));
        }
        return grants;
    }
}
