package io.parvis.engagement.fan.personal;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.Unavailable;
import io.parvis.engagement.fan.SealedContact;
import io.parvis.engagement.fan.personal.BlindNames.BlindName;
import io.parvis.engagement.fan.personal.KeyWrapping.Wrapped;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema that makes personal data readable: fans' keys, and the index that finds a person again. */
@ApplicationScoped
public class FanVault {

    /** 128 bits; 22 characters of base64url. */
    private static final int INDEX_ID_BYTES = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final KeyWrapping wrapping;
    private final BlindNames names;
    private final String schema;

    FanVault(Pool pool, KeyWrapping wrapping, BlindNames names, DatabaseConfig database) {
        this.pool = pool;
        this.wrapping = wrapping;
        this.names = names;
        this.schema = database.username() + StoreProvisioning.KEYS;
    }

    /**
     * Contact data as an event may hold it.
     *
     * @param externalIndex stands for the external id, and {@code emailIndex} for the mailbox: unique per brand
     */
    public record Prepared(
            SealedContact contact,
            @Nullable String externalIndex,
            @Nullable String emailIndex) {

        public static final Prepared NOTHING = new Prepared(SealedContact.NONE, null, null);
    }

    /**
     * Seals contact data under the fan's key, which is made where there is none. What was prepared and then not recorded
     * is swept away by itself.
     */
    public Uni<Prepared> prepare(BrandId brandId, FanId fanId, Contact contact) {
        if (contact.isEmpty()) {
            return Uni.createFrom().item(Prepared.NOTHING);
        }
        return names.of(brandId, fanId, contact)
                .chain(found -> prepare(brandId, fanId, contact, found))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(FanVault::unavailable);
    }

    private Uni<Prepared> prepare(BrandId brandId, FanId fanId, Contact contact, List<BlindName> found) {
        return pool.preparedQuery("select wrapped, wrapping_key, index_ids from " + schema
                        + ".prepare($1, $2, $3, $4, $5, $6, $7)")
                .execute(Tuple.newInstance(preparing(fanId, found)))
                .map(rows -> {
                    var row = rows.iterator().next();
                    var key =
                            wrapping.unwrap(new Wrapped(row.getBuffer(0).getBytes(), row.getString(1)), brandId, fanId);
                    var ids = List.of(row.getArrayOfStrings(2));
                    return new Prepared(
                            key.seal(contact),
                            contact.externalId() == null ? null : ids.getFirst(),
                            contact.email() == null ? null : ids.getLast());
                });
    }

    private io.vertx.sqlclient.Tuple preparing(FanId fanId, List<BlindName> found) {
        var numbers = new ArrayList<Integer>();
        var hashes = new ArrayList<Buffer>();
        var keys = new ArrayList<String>();
        for (int name = 1; name <= found.size(); name++) {
            for (var hidden : found.get(name - 1).underEveryKey()) {
                numbers.add(name);
                hashes.add(Buffer.buffer(hidden.hash()));
                keys.add(hidden.keyId());
            }
        }
        var fresh = wrapping.freshKey(fanId);
        return io.vertx.sqlclient.Tuple.of(fanId.value(), Buffer.buffer(fresh.bytes()), fresh.keyId())
                .addArrayOfInteger(numbers.toArray(Integer[]::new))
                .addArrayOfBuffer(hashes.toArray(Buffer[]::new))
                .addArrayOfString(keys.toArray(String[]::new))
                .addArrayOfString(found.stream().map(name -> freshIndexId()).toArray(String[]::new));
    }

    private static String freshIndexId() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sealing.randomBytes(INDEX_ID_BYTES));
    }

    /** A fan's key; null where it never had one or it is destroyed. */
    public Uni<@Nullable FanKey> keyOf(BrandId brandId, FanId fanId) {
        return pool.preparedQuery(
                        "select wrapped, key_id from %1$s.fan_key where bucket = %1$s.bucket_of($1) and fan_id = $1"
                                .formatted(schema))
                .execute(Tuple.of(fanId.value()))
                .map(rows -> {
                    for (Row row : rows) {
                        return wrapping.unwrap(
                                new Wrapped(row.getBuffer(0).getBytes(), row.getString(1)), brandId, fanId);
                    }
                    return (FanKey) null;
                })
                .ifNoItem()
                .after(PATIENCE)
                .failWith(FanVault::unavailable);
    }

    private static Unavailable unavailable() {
        return new Unavailable("unavailable", "The database cannot be reached", "Try again in a moment.");
    }
}
