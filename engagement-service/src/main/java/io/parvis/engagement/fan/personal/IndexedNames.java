package io.parvis.engagement.fan.personal;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.personal.BlindNames.BlindName;
import io.parvis.engagement.fan.personal.KeyWrapping.Wrapped;
import io.parvis.engagement.id.FanId;
import io.parvis.proofs.key.KeyIsMissing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the blind index with what they stand for: the log has it, sealed under the fan's key. */
@ApplicationScoped
class IndexedNames {

    /** Of the rows that a condition selects, whose they are and what the fan gave last for them. */
    private static final String ROWS = """
            select encode(b.hash, 'hex'), fan.id, fan.brand, fan.field, key.wrapped, key.key_id, given.sealed
            from (select b.hash, b.index_id from %%1$s.blind_index b where %s order by b.hash limit $1) b
            left join lateral (
                select e.payload ->> 'fanId' as id, e.payload ->> 'brandId' as brand,
                       case when t.tag like 'fan-email=%%%%' then 'email' else 'externalId' end as field
                from event_store.tag t join event_store.readable_event e using (position)
                where t.tag in ('fan-email=' || b.index_id, 'fan-external=' || b.index_id)
                order by position desc limit 1) fan on true
            left join %%1$s.fan_key key on key.bucket = %%1$s.bucket_of(fan.id) and key.fan_id = fan.id
            left join lateral (
                select coalesce(e.payload -> 'contact' ->> fan.field, e.payload -> 'changed' ->> fan.field) as sealed
                from event_store.tag t join event_store.readable_event e using (position)
                where t.tag = 'fan=' || fan.id
                  and e.name in ('engagement.FanRegistered', 'engagement.FanContactChanged')
                  and coalesce(e.payload -> 'contact' ->> fan.field, e.payload -> 'changed' ->> fan.field) is not null
                order by position desc limit 1) given on true
            order by b.hash
            """;

    private final VaultConnections vault;
    private final KeyWrapping wrapping;
    private final BlindNames names;

    IndexedNames(VaultConnections vault, KeyWrapping wrapping, BlindNames names) {
        this.vault = vault;
        this.wrapping = wrapping;
        this.names = names;
    }

    /**
     * @param hash in hexadecimal
     * @param recorded whether an event has it: what was prepared for a request that was refused is swept away
     * @param forms by which the name may have been indexed; none where nothing here tells what the name is
     */
    record Indexed(String hash, boolean recorded, List<BlindName> forms) {}

    /**
     * In the order of their hashes, on a worker thread.
     *
     * @param condition on the row {@code b}, with parameters from {@code $2} on
     */
    Uni<List<Indexed>> rows(int most, String condition, Object... parameters) {
        var all = new ArrayList<Object>(List.of(most));
        all.addAll(List.of(parameters));
        return vault.query(ROWS.formatted(condition), all.toArray())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::opened);
    }

    private List<Indexed> opened(RowSet<Row> rows) {
        var found = new ArrayList<Indexed>();
        rows.forEach(row -> found.add(new Indexed(row.getString(0), row.getString(1) != null, forms(row))));
        return found;
    }

    private List<BlindName> forms(Row row) {
        var sealed = row.getString(6);
        if (row.getBuffer(4) == null || sealed == null) {
            return List.of();
        }
        var name = open(row, sealed);
        return name == null
                ? List.of()
                : "email".equals(row.getString(3))
                        ? names.forms(new BrandId(row.getString(2)), null, name)
                        : names.forms(new BrandId(row.getString(2)), name, null);
    }

    private @Nullable String open(Row row, String sealed) {
        try {
            var key = wrapping.unwrap(
                    new Wrapped(row.getBuffer(4).getBytes(), row.getString(5)),
                    new BrandId(row.getString(2)),
                    new FanId(row.getString(1)));
            return "email".equals(row.getString(3))
                    ? key.open(new SealedContact(null, null, sealed, null)).email()
                    : key.open(new SealedContact(sealed, null, null, null)).externalId();
        } catch (KeyIsMissing | Sealing.CannotBeOpened closed) {
            return null;
        }
    }
}
