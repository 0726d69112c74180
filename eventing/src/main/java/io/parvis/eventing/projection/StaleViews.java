package io.parvis.eventing.projection;

import io.parvis.eventing.schema.MaintenanceConnections;
import io.parvis.eventing.store.LogPosition;
import io.parvis.eventing.store.StoreLife;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Detects views that hold events which the log has lost, and empties them: all tables of the service's schema but
 * these.
 */
@ApplicationScoped
class StaleViews {

    private static final Logger LOG = Logger.getLogger(StaleViews.class);

    /** Whether a token {@code t} lies on the log there is. */
    static final String IS_LEFT = """
            (coalesce(t.position, 0) <= (select coalesce(max(position), 0) from event_store.event)
             and (t.event_position is distinct from t.position or t.event_id is null or exists (
               select from event_store.event e where e.position = t.position and e.id = t.event_id)))""";

    private static final String TABLES = """
            select string_agg(quote_ident(tablename), ', ') from pg_tables
            where schemaname = current_schema()
              and tablename not in ('processor_token', 'processor_store') and tablename not like 'schema\\_history%'""";

    private final MaintenanceConnections maintenance;
    private final StoreLife life;

    StaleViews(MaintenanceConnections maintenance, StoreLife life) {
        this.maintenance = maintenance;
        this.life = life;
    }

    /** @param upTo the head when it was emptied */
    record Rebuilding(String processor, long upTo) {}

    /** @param left whether views were emptied just now */
    record Found(boolean left, List<Rebuilding> rebuilding) {}

    /**
     * @param lifeEnded failures that were counted are forgotten: other events may stand at their positions by now, and perhaps
     *     none comes that would settle them
     */
    Future<Found> leave(boolean lifeEnded) {
        return maintenance
                .pool()
                .withTransaction(connection -> connection
                        .query("set local lock_timeout = '10s'")
                        .execute()
                        .compose(set -> dead(connection))
                        .compose(dead ->
                                dead.size() == 0 ? forgetFailures(connection, lifeEnded) : emptyInTurn(connection))
                        .compose(left -> rebuilding(connection).map(all -> new Found(left, all))));
    }

    private static Future<RowSet<Row>> dead(SqlConnection connection) {
        return connection
                .query("select processor, position, event_id, life from processor_token t where not " + IS_LEFT)
                .execute();
    }

    /** Waits for batches under way; the next ones wait for this, as does the same on another replica. */
    private Future<Boolean> emptyInTurn(SqlConnection connection) {
        return connection
                .query("select processor from processor_token order by processor, segment for update")
                .execute()
                .compose(locked -> dead(connection))
                .compose(dead -> dead.size() == 0 ? Future.succeededFuture(false) : empty(connection, dead));
    }

    private static Future<Boolean> forgetFailures(SqlConnection connection, boolean lifeEnded) {
        return lifeEnded
                ? connection
                        .query("delete from failed_event")
                        .execute()
                        .compose(events ->
                                connection.query("delete from failed_batch").execute())
                        .map(false)
                : Future.succeededFuture(false);
    }

    private Future<Boolean> empty(SqlConnection connection, RowSet<Row> dead) {
        var ends = new ArrayList<Future<?>>();
        for (var row : dead) {
            LOG.warnf(
                    "%s has seen the log up to event %d, which the log no longer has: all views of this service are"
                            + " emptied and built anew, and not shown meanwhile",
                    row.getString(0), row.getLong(1));
            if (row.getUUID(2) != null && row.getUUID(3) != null) {
                ends.add(life.endWithout(row.getUUID(3), new LogPosition(row.getLong(1), row.getUUID(2))));
            }
        }
        return Future.all(ends)
                .compose(ended -> connection.query(TABLES).execute())
                .compose(tables -> connection
                        .query("truncate " + tables.iterator().next().getString(0))
                        .execute())
                .compose(emptied -> connection
                        .query("update processor_token set position = 0, event_position = null, event_id = null, life"
                                + " = null, owner = null, rebuilt_to = (select coalesce(max(position), 0) from"
                                + " event_store.event)")
                        .execute())
                .map(true);
    }

    private static Future<List<Rebuilding>> rebuilding(SqlConnection connection) {
        return connection
                .query("select processor, max(rebuilt_to) from processor_token"
                        + " where rebuilt_to is not null group by processor")
                .execute()
                .map(rows -> {
                    var all = new ArrayList<Rebuilding>(rows.size());
                    rows.forEach(row -> all.add(new Rebuilding(row.getString(0), row.getLong(1))));
                    return all;
                });
    }

    /** It may be shown again. */
    Future<?> rebuilt(Rebuilding done) {
        return maintenance
                .pool()
                .preparedQuery("update processor_token set rebuilt_to = null where processor = $1 and rebuilt_to = $2")
                .execute(Tuple.of(done.processor(), done.upTo()));
    }
}
