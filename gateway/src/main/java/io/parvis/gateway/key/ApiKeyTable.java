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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The keys in the database. */
@ApplicationScoped
public class ApiKeyTable {

    private static final String BY_ID =
            "select name, secret_hash, grants, expires_at from gateway.api_key where id = $1";
    private static final long PATIENCE_SECONDS = 2;

    private final Pool pool;

    ApiKeyTable(Pool pool) {
        this.pool = pool;
    }

    /** Whose key this is; empty where it is nobody's. Fails where the database cannot be asked. */
    Future<Optional<Caller>> holder(PresentedKey key) {
        return ask(key)
                // The first question after a restart of the database may meet a connection that is gone.
                .recover(failure -> failure instanceof TimeoutException ? Future.failedFuture(failure) : ask(key));
    }

    /** Whether the database answers. */
    public Future<Boolean> answers() {
        return pool.query("select 1")
                .execute()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .map(true)
                .otherwise(false);
    }

    private Future<Optional<Caller>> ask(PresentedKey key) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(key.id()))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .map(rows -> {
                    for (var row : rows) {
                        var stored = row.getBuffer("secret_hash").getBytes();
                        if (MessageDigest.isEqual(stored, key.hashBytes())) {
                            return Optional.of(caller(key.id(), row));
                        }
                    }
                    return Optional.empty();
                });
    }

    private static Caller caller(String id, Row row) {
        var expiry = row.getOffsetDateTime("expires_at");
        return new Caller(
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
