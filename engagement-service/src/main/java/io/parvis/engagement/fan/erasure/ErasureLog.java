package io.parvis.engagement.fan.erasure;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.erasure.ErasureJournal.Line;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The erasures that the event store knows. */
@ApplicationScoped
class ErasureLog {

    private final Pool pool;

    ErasureLog(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Line>> all() {
        return pool.preparedQuery("""
                        select e.payload ->> 'fanId', e.payload ->> 'brandId', e.recorded_at
                        from event_store.tag t join event_store.readable_event e using (position)
                        where t.tag = $1 order by position""").execute(Tuple.of(FanErased.ALL + "=fan")).map(rows -> {
            var lines = new ArrayList<Line>();
            rows.forEach(row -> lines.add(new Line(
                    new FanId(row.getString(0)),
                    new BrandId(row.getString(1)),
                    row.getOffsetDateTime(2).toInstant())));
            return lines;
        });
    }
}
