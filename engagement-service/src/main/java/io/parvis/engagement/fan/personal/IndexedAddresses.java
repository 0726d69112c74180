package io.parvis.engagement.fan.personal;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Which address a fan gave who stands in the blind index: that has a hash only, and two addresses may have one. */
@ApplicationScoped
class IndexedAddresses {

    /** @param address as the fan gave it last */
    record Holder(Buffer hash, FanId fanId, String address) {}

    private final Pool pool;
    private final KeyWrapping wrapping;
    private final String holders;

    IndexedAddresses(Pool pool, KeyWrapping wrapping, DatabaseConfig database) {
        this.pool = pool;
        this.wrapping = wrapping;
        this.holders = """
                select b.hash, key.fan_id, key.wrapped, key.key_id, address.sealed
                from unnest($1::bytea[]) as wanted(hash)
                join %1$s.blind_index b on b.bucket = (get_byte(wanted.hash, 0) & 63) and b.hash = wanted.hash
                cross join lateral (
                    select e.payload ->> 'fanId' as id
                    from event_store.tag t join event_store.readable_event e using (position)
                    where t.tag = 'fan-email=' || b.index_id
                    order by position desc limit 1) fan
                join %1$s.fan_key key on key.bucket = %1$s.bucket_of(fan.id) and key.fan_id = fan.id
                cross join lateral (
                    select coalesce(e.payload -> 'contact' ->> 'email', e.payload -> 'changed' ->> 'email') as sealed
                    from event_store.tag t join event_store.readable_event e using (position)
                    where t.tag = 'fan=' || fan.id
                      and e.name in ('engagement.FanRegistered', 'engagement.FanContactChanged')
                      and coalesce(e.payload -> 'contact' ->> 'email', e.payload -> 'changed' ->> 'email') is not null
                    order by position desc limit 1) address
                """.formatted(database.username() + StoreProvisioning.KEYS);
    }

    /** Of those who stand under one of these hashes. */
    Uni<List<Holder>> holders(BrandId brandId, List<Buffer> hashes) {
        return pool.preparedQuery(holders).execute(argument(hashes)).map(rows -> {
            var found = new ArrayList<Holder>();
            rows.forEach(row -> found.add(holder(brandId, row)));
            return found;
        });
    }

    /** As one array; the Mutiny client has no such call of its own. */
    static Tuple argument(List<Buffer> hashes) {
        return Tuple.newInstance(io.vertx.sqlclient.Tuple.tuple().addArrayOfBuffer(hashes.toArray(Buffer[]::new)));
    }

    private Holder holder(BrandId brandId, Row row) {
        var fanId = row.getString(1);
        var wrapped = new KeyWrapping.Wrapped(row.getBuffer(2).getBytes(), row.getString(3));
        var contact = wrapping.unwrap(wrapped, brandId, new FanId(fanId))
                .open(new SealedContact(null, null, row.getString(4), null));
        return new Holder(Buffer.buffer(row.getBuffer(0).getBytes()), new FanId(fanId), contact.email());
    }
}
