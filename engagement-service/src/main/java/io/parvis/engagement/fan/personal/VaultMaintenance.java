package io.parvis.engagement.fan.personal;

import io.parvis.engagement.id.FanId;
import io.parvis.eventing.schema.MaintenanceConnections;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Destroys what is in the vault, down to the files of the database. */
@ApplicationScoped
public class VaultMaintenance {

    private final Pool pool;
    private final String schema;

    VaultMaintenance(MaintenanceConnections connections, DatabaseConfig database) {
        this.pool = Pool.newInstance(connections.pool());
        this.schema = database.username() + StoreProvisioning.KEYS;
    }

    /** Where its functions are found. */
    public String schema() {
        return schema;
    }

    /**
     * Does what the log says was erased, however often.
     *
     * @param fanId null for all fans
     * @return how much was destroyed
     */
    public Uni<Integer> applyErasures(@Nullable FanId fanId) {
        return number("apply_erasures($1)", Tuple.of(fanId == null ? null : fanId.value()));
    }

    /** Takes away what was prepared more than a day ago and never recorded. */
    public Uni<Integer> sweep() {
        return number("sweep()", Tuple.tuple());
    }

    /** Writes a leaf anew; fails where somebody has been reading it for more than two seconds. */
    public Uni<Void> rewrite(String leaf) {
        return pool.preparedQuery("select " + schema + ".rewrite($1)")
                .execute(Tuple.of(leaf))
                .replaceWithVoid();
    }

    /** Lets go of the segments of the database's own log; fails where that is not allowed here. */
    public Uni<Void> recycleLog() {
        return pool.query("select event_store.recycle_log()").execute().replaceWithVoid();
    }

    private Uni<Integer> number(String call, Tuple parameters) {
        return pool.preparedQuery("select %s.%s".formatted(schema, call))
                .execute(parameters)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** The leaves that still hold what was destroyed in them. */
    public Uni<List<String>> leavesToRewrite() {
        return pool.query("select leaf from " + schema + ".leaf_to_rewrite order by leaf")
                .execute()
                .map(rows -> {
                    var leaves = new ArrayList<String>();
                    rows.forEach(row -> leaves.add(row.getString(0)));
                    return leaves;
                });
    }
}
