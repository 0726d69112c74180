package io.parvis.bench.peers;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

@Path("/bare/contests/{contestId}/entries")
class BareResource {

    private final Pool pool;

    BareResource(Pool pool) {
        this.pool = pool;
    }

    record Body(String fanId) {}

    record Answer(String entryId) {}

    @POST
    public Uni<Response> enter(String contestId, Body body) {
        var entryId = UUID.randomUUID().toString();
        return pool.preparedQuery("insert into bare_entry (entry_id, contest_id, fan_id) values ($1, $2, $3)")
                .execute(Tuple.of(entryId, contestId, body.fanId()))
                .map(done -> Response.status(201).entity(new Answer(entryId)).build());
    }
}
