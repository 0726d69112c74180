package io.parvis.engagement.fan.personal;

import io.parvis.eventing.schema.MaintenanceConnections;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The schema of keys, on connections that no request waits for. */
@ApplicationScoped
class VaultConnections {

    private final Pool pool;
    private final String schema;

    VaultConnections(MaintenanceConnections connections, DatabaseConfig database) {
        this.pool = Pool.newInstance(connections.pool());
        this.schema = database.username() + StoreProvisioning.KEYS;
    }

    /** @param sql where {@code %1$s} is the schema */
    Uni<RowSet<Row>> query(String sql, Object... parameters) {
        return pool.preparedQuery(sql.formatted(schema))
                .execute(Tuple.newInstance(io.vertx.sqlclient.Tuple.from(parameters)));
    }
}
