package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.personal.KeyWrapping.Wrapped;
import io.parvis.engagement.id.FanId;
import io.parvis.proofs.key.KeyIsMissing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/** Encrypts fans' keys anew that another key than the one in use encrypted. */
@Singleton
class FanKeyRewrapping implements KeyRotationTask {

    private static final String FIND = """
            select fan_id, wrapped, key_id from %1$s.fan_key
            where bucket = $1 and fan_id > $2 and key_id is distinct from $3 order by fan_id limit $4
            """;

    /** A key that was erased meanwhile stays away. */
    private static final String REPLACE = """
            update %1$s.fan_key k set wrapped = n.wrapped, key_id = $2
            from unnest($3::text[], $4::bytea[], $5::bytea[]) as n (fan_id, before, wrapped)
            where k.bucket = $1 and k.fan_id = n.fan_id and k.wrapped = n.before
            """;

    private final VaultConnections vault;
    private final KeyWrapping wrapping;

    FanKeyRewrapping(VaultConnections vault, KeyWrapping wrapping) {
        this.vault = vault;
        this.wrapping = wrapping;
    }

    @Override
    public Uni<Batch> next(int leaf, String after) {
        return vault.query(FIND, leaf, after, wrapping.keys().idInUse(), BATCH)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::rewrapped)
                .chain(found -> found.replace(leaf));
    }

    private Found rewrapped(RowSet<Row> rows) {
        var found = new Found();
        for (var row : rows) {
            var fanId = row.getString(0);
            var before = new Wrapped(row.getBuffer(1).getBytes(), row.getString(2));
            found.last = fanId;
            found.rows++;
            try {
                var now = wrapping.again(before, new FanId(fanId));
                found.fans.add(fanId);
                found.before.add(Buffer.buffer(before.bytes()));
                found.now.add(Buffer.buffer(now.bytes()));
            } catch (KeyIsMissing | Sealing.CannotBeOpened closed) {
                found.left++;
            }
        }
        return found;
    }

    private final class Found {

        private final ArrayList<String> fans = new ArrayList<>();
        private final ArrayList<Buffer> before = new ArrayList<>();
        private final ArrayList<Buffer> now = new ArrayList<>();
        private String last = "";
        private int rows;
        private int left;

        Uni<Batch> replace(int leaf) {
            var next = rows < BATCH ? null : last;
            if (fans.isEmpty()) {
                return Uni.createFrom().item(new Batch(0, left, next));
            }
            return vault.query(
                            REPLACE,
                            leaf,
                            wrapping.keys().idInUse(),
                            fans.toArray(String[]::new),
                            before.toArray(Buffer[]::new),
                            now.toArray(Buffer[]::new))
                    .map(done -> new Batch(done.rowCount(), left, next));
        }
    }
}
