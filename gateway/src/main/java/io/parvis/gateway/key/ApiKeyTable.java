package io.parvis.gateway.key;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The keys in the database. */
@ApplicationScoped
public class ApiKeyTable {

    private static final String BY_ID = """
            select id, coalesce(principal_id, 'initial-' || name) as principal, name, secret_hash, grants, expires_at
            from gateway.api_key where id = any($1)""";
    private static final long TIMEOUT_SECONDS = 2;

    private final Pool pool;

    ApiKeyTable(Pool pool) {
        this.pool = pool;
    }

    /** Whose keys these are, by their hashes; what is missing is nobody's. Fails where the database cannot be asked. */
    Future<Map<String, KeyHolder>> holders(Collection<PresentedKey> keys) {
        return ask(keys)
                // The first question after a restart of the database may meet a connection that is gone.
                .recover(failure -> failure instanceof TimeoutException ? Future.failedFuture(failure) : ask(keys));
    }

    /** Whether the database answers. */
    public Future<Boolean> answers() {
        return pool.query("select 1")
                .execute()
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .map(true)
                .otherwise(false);
    }

    private Future<Map<String, KeyHolder>> ask(Collection<PresentedKey> keys) {
        var ids = keys.stream().map(PresentedKey::id).distinct().toArray(String[]::new);
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(ids))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .map(rows -> {
                    var byId = new HashMap<String, Row>();
                    rows.forEach(row -> byId.put(row.getString("id"), row));
                    var holders = new HashMap<String, KeyHolder>();
                    for (var key : keys) {
                        var row = byId.get(key.id());
                        if (row != null
                                && MessageDigest.isEqual(
                                        row.getBuffer("secret_hash").getBytes(), key.hashBytes())) {
                            holders.put(key.hash(), caller(key.id(), row));
                        }
                    }
                    return holders;
                });
    }

    private static KeyHolder caller(String id, Row row) {
        var expiry = row.getOffsetDateTime("expires_at");
        return new KeyHolder(
                row.getString("principal"),
                id,
                row.getString("name"),
                grants(row.getJsonArray("grants")),
                Optional.ofNullable(expiry).map(OffsetDateTime::toInstant).orElse(null));
    }

    private static List<Grant> grants(JsonArray stored) {
        return stored.stream()
                .map(JsonObject.class::cast)
                .map(grant -> new Grant(grant.getString("brand"), grant.getString("role")))
                .toList();
    }
}
