package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.eventing.schema.MaintenanceConnections;
import io.parvis.eventing.store.DatabaseConfig;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A process as far as fans' keys and the blind index go, with rings of its own. */
record Replica(String ring, FanVault vault, RequiredFanKeysCheck needed, List<KeyRotationTask> rewritings) {

    static final String A = "a:" + secret("the first key: 32 bytes, no more");
    static final String B = "b:" + secret("the next key: 32 bytes, not less");

    static Replica of(String ring, Pool pool, MaintenanceConnections upkeep, DatabaseConfig database) {
        return of(ring, ring, pool, upkeep, database);
    }

    static Replica of(
            String wrappingRing, String indexRing, Pool pool, MaintenanceConnections upkeep, DatabaseConfig database) {
        var wrapping = new KeyWrapping(() -> wrappingRing);
        var index = new BlindIndex(() -> indexRing);
        var names = new BlindNames(pool, index, new IndexedAddresses(pool, wrapping, database), database);
        var connections = new VaultConnections(upkeep, database);
        var indexed = new IndexedNames(connections, wrapping, names);
        return new Replica(
                indexRing,
                new FanVault(pool, wrapping, names, database),
                new RequiredFanKeysCheck(connections, wrapping, index, indexed),
                List.of(
                        new FanKeyRewrapping(connections, wrapping),
                        new NameReindexing(connections, indexed, index),
                        new RetiredNames(connections, index)));
    }

    /** Goes through all rows once. */
    KeyRotationJob.Pass rewrite() {
        int changed = 0;
        int left = 0;
        for (var rewriting : rewritings) {
            for (int leaf = 0; leaf < KeyRotationTask.LEAVES; leaf++) {
                var after = "";
                while (after != null) {
                    var batch = rewriting.next(leaf, after).await().indefinitely();
                    changed += batch.changed();
                    left += batch.left();
                    after = batch.last();
                }
            }
        }
        return new KeyRotationJob.Pass(changed, left);
    }

    static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
