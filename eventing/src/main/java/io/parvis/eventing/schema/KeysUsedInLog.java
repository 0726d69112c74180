package io.parvis.eventing.schema;

import io.parvis.proofs.key.KeyIsMissing;
import io.parvis.proofs.key.KeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Which keys of a deployment events were made with, as their tags tell: {@code tag=id} or {@code tag=id.hash}. */
@Singleton
public class KeysUsedInLog {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** More keys than any deployment has had: what stands behind them is not looked at. */
    private static final int MOST = 100;

    /**
     * From one id to the next on the index of tags, however many events lie between them. What is longer than an id and has
     * no dot is none: a hash of the time before keys had ids.
     */
    private static final String IDS = """
            with recursive found (value) as (
                (select substr(tag, length($1) + 2) from event_store.tag
                 where tag >= $1 || '=' and tag < $1 || '>' order by tag limit 1)
                union all
                select (select substr(tag, length($1) + 2) from event_store.tag
                        where tag > $1 || '=' || case when position('.' in value) > 0
                                                 then split_part(value, '.', 1) || '.~' else value end
                          and tag < $1 || '>' order by tag limit 1)
                from found where value is not null)
            select distinct split_part(value, '.', 1) from (
                select value from found where position('.' in value) > 0 or length(value) <= 32 limit $2) as first_ones
            """;

    private final MaintenanceConnections connections;

    KeysUsedInLog(MaintenanceConnections connections) {
        this.connections = connections;
    }

    /**
     * Refuses a start without a key that events still need. Blocks.
     *
     * @param tag whose values begin with the ids of keys
     * @param needed a query for what still needs the key whose id is {@code $1}; empty where nothing does
     * @param what needs it, as the beginning of a sentence, with {@code %s} for what the query found
     * @throws KeyIsMissing where something does
     */
    public void refuseWithout(KeyRing<?> ring, String tag, String needed, String what) {
        for (var found : rows(IDS, tag, MOST)) {
            var id = found.getString(0);
            if (ring.find(id).isEmpty()) {
                for (var row : rows(needed, id)) {
                    throw new KeyIsMissing(what.formatted(row.getValue(0)), ring.setting(), id);
                }
            }
        }
    }

    private RowSet<Row> rows(String sql, Object... parameters) {
        return Uni.createFrom()
                .completionStage(() -> connections
                        .pool()
                        .preparedQuery(sql)
                        .execute(Tuple.from(parameters))
                        .toCompletionStage())
                .await()
                .atMost(TIMEOUT);
    }
}
