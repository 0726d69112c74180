package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.personal.IndexedNames.Indexed;
import io.parvis.engagement.fan.personal.KeyWrapping.Wrapped;
import io.parvis.engagement.id.FanId;
import io.parvis.proofs.key.KeyIsMissing;
import io.parvis.proofs.key.KeyRing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Refuses a start without a key that rows still need, and with another one under its id: fans would be unreadable, or taken
 * for strangers. Rows are looked through only where a key has left its ring.
 */
@ApplicationScoped
class RequiredFanKeysCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SAMPLE = 20;
    private static final String FAN_RING = "fan-keys";
    private static final String INDEX_RING = "blind-index";

    private static final String NOTE = """
            insert into %1$s.key_used as u (ring, key_id, own_id)
            select $1, k.id, k.own_id from unnest($2::text[], $3::text[]) as k (id, own_id)
            on conflict (ring, key_id) do update set own_id = excluded.own_id where u.own_id is null
            """;

    /** An id that belongs to another key. Those noted by the release before have no own id beside them, but each its row. */
    private static final String TAKEN = """
            select u.key_id from unnest($2::text[], $3::text[]) as k (id, own_id)
            join %1$s.key_used u on u.ring = $1 and u.key_id = k.id
            where u.own_id <> k.own_id or u.own_id is null and not exists (
                select from %1$s.key_used o where o.ring = $1 and o.key_id = k.own_id)
            order by u.key_id limit 1
            """;

    private static final String MISSING =
            "select key_id from %1$s.key_used where ring = $1 and key_id <> all ($2) order by key_id";
    private static final String FAN_KEYS = "select key_id from %1$s.fan_key where key_id <> all ($1) limit 1";

    /** A name that no key of the ring finds, of a fan that was recorded. */
    private static final String NAMES = """
            select a.key_id from %1$s.blind_index a where a.key_id <> all ($1)
              and not exists (select from %1$s.blind_index b where b.index_id = a.index_id and b.key_id = any ($1))
              and exists (select from event_store.tag t
                          where t.tag in ('fan-external=' || a.index_id, 'fan-email=' || a.index_id))
            limit 1
            """;

    private final VaultConnections vault;
    private final KeyWrapping wrapping;
    private final BlindIndex index;
    private final IndexedNames names;

    RequiredFanKeysCheck(VaultConnections vault, KeyWrapping wrapping, BlindIndex index, IndexedNames names) {
        this.vault = vault;
        this.wrapping = wrapping;
        this.index = index;
        this.names = names;
    }

    /** After the migrations, and before anything is read or written. */
    void check(@Observes @Priority(35) StartupEvent starting) {
        check();
    }

    void check() {
        check(FAN_RING, wrapping.keys().ring(), FAN_KEYS, "Fans' keys need");
        check(INDEX_RING, index.keys(), NAMES, "Fans in the blind index are known only under");
        fansBeforeIds();
        namesBeforeIds();
        // Not before: what is refused makes nothing, and may be corrected under the same id.
        about(NOTE, FAN_RING, wrapping.keys().ring());
        about(NOTE, INDEX_RING, index.keys());
    }

    private void check(String ring, KeyRing<?> keys, String needed, String what) {
        for (var taken : about(TAKEN, ring, keys)) {
            throw new IllegalStateException(
                    "%s has another key under the id %s than it had: put that one back, and give this one an id of its own"
                            .formatted(keys.setting(), taken.getString(0)));
        }
        var ids = keys.ids().toArray(String[]::new);
        for (var row : vault.query(MISSING, ring, ids).await().atMost(PATIENCE)) {
            if (!row.getString(0).isEmpty()) {
                for (var rows : vault.query(needed, (Object) ids).await().atMost(PATIENCE)) {
                    throw new KeyIsMissing(what, keys.setting(), rows.getString(0));
                }
                return;
            }
        }
    }

    /** A query of the ids by which keys are known, each with the one that is made of its key. */
    private RowSet<Row> about(String sql, String ring, KeyRing<?> keys) {
        var ids = new TreeMap<String, String>();
        for (var key : keys.keys()) {
            ids.put(key.id(), key.ownId());
            ids.put(key.ownId(), key.ownId());
        }
        return vault.query(
                        sql,
                        ring,
                        ids.keySet().toArray(String[]::new),
                        ids.values().toArray(String[]::new))
                .await()
                .atMost(PATIENCE);
    }

    /** What was encrypted before keys had ids says so by opening. */
    private void fansBeforeIds() {
        int closed = 0;
        int looked = 0;
        for (var row : vault.query("select fan_id, wrapped from %1$s.fan_key where key_id is null limit $1", SAMPLE)
                .await()
                .atMost(PATIENCE)) {
            looked++;
            try {
                wrapping.again(new Wrapped(row.getBuffer(1).getBytes(), null), new FanId(row.getString(0)));
            } catch (Sealing.CannotBeOpened underAnother) {
                closed++;
            }
        }
        refuse(closed, looked, wrapping.keys().ring().setting(), "Fans' keys were encrypted");
    }

    private void namesBeforeIds() {
        var told = names.rows(SAMPLE, "b.key_id is null").await().atMost(PATIENCE).stream()
                .filter(indexed -> !indexed.forms().isEmpty())
                .toList();
        int unknown =
                (int) told.stream().filter(indexed -> !isOfTheRing(indexed)).count();
        refuse(unknown, told.size(), index.keys().setting(), "Names of fans were hidden");
    }

    private static boolean isOfTheRing(Indexed indexed) {
        var hash = HexFormat.of().parseHex(indexed.hash());
        return indexed.forms().stream()
                .flatMap(form -> form.underEveryKey().stream())
                .anyMatch(hidden -> Arrays.equals(hidden.hash(), hash));
    }

    /** One or the other may have been spoiled otherwise; where none opens, the key is missing. */
    private static void refuse(int closed, int looked, String setting, String what) {
        if (looked > 0 && closed == looked) {
            throw new IllegalStateException(
                    "%s under a key that %s lacks, before keys had ids: put the key that it had then behind the one in use"
                            .formatted(what, setting));
        }
    }
}
