package io.parvis.engagement.fan.personal;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.UUID;

/** Puts fans into the blind index as they stood there before. */
@Singleton
class IndexRows {

    private final Pool pool;
    private final String schema;

    IndexRows(Pool pool, DatabaseConfig database) {
        this.pool = pool;
        this.schema = database.username() + StoreProvisioning.KEYS;
    }

    /** @return the index of the one hash */
    String prepared(String fanId, byte[] wrappedKey, String hash) {
        var parameters = io.vertx.sqlclient.Tuple.of(fanId, Buffer.buffer(wrappedKey))
                .addArrayOfBuffer(
                        new Buffer[] {Buffer.buffer(Base64.getUrlDecoder().decode(hash))})
                .addArrayOfString(new String[] {UUID.randomUUID().toString()});
        return pool.preparedQuery("select index_ids from " + schema + ".prepare($1, $2, $3, $4)")
                .execute(Tuple.newInstance(parameters))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getArrayOfStrings(0)[0];
    }
}
