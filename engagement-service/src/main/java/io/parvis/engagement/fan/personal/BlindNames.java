package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.eventing.edge.value.TextKind;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which hashes a person stands in the blind index. External ids are one where they are canonically equivalent.
 * That was not always so: whoever was registered by the bytes of another form is still found by them.
 */
@ApplicationScoped
class BlindNames {

    private final Pool pool;
    private final BlindIndex hashes;
    private final String schema;

    BlindNames(Pool pool, BlindIndex hashes, DatabaseConfig database) {
        this.pool = pool;
        this.hashes = hashes;
        this.schema = database.username() + StoreProvisioning.KEYS;
    }

    /** Of the external id, then of the mailbox, where there are any. */
    Uni<List<Buffer>> of(String brandId, Contact contact) {
        var email = contact.email() == null
                ? Stream.<Buffer>of()
                : Stream.of(hash("email:" + brandId, EmailAddress.mailbox(contact.email())));
        return contact.externalId() == null
                ? Uni.createFrom().item(email.toList())
                : ofExternalId(brandId, contact.externalId())
                        .map(hash -> Stream.concat(Stream.of(hash), email).toList());
    }

    private Uni<Buffer> ofExternalId(String brandId, String externalId) {
        var hash = hash(brandId, TextKind.comparable(externalId));
        var before = new ArrayList<Buffer>();
        for (var form : List.of(externalId, Normalizer.normalize(externalId, Normalizer.Form.NFD))) {
            var other = hash(brandId, form);
            if (!other.equals(hash)) {
                before.add(other);
            }
        }
        return before.isEmpty()
                ? Uni.createFrom().item(hash)
                : known(before).map(found -> found.isEmpty() ? hash : found.getFirst());
    }

    private Uni<List<Buffer>> known(List<Buffer> wanted) {
        var parameters = io.vertx.sqlclient.Tuple.tuple().addArrayOfBuffer(wanted.toArray(Buffer[]::new));
        return pool.preparedQuery("select b.hash from unnest($1::bytea[]) as wanted(hash) join " + schema
                        + ".blind_index b on b.bucket = (get_byte(wanted.hash, 0) & 63) and b.hash = wanted.hash")
                .execute(Tuple.newInstance(parameters))
                .map(rows -> {
                    var found = new ArrayList<Buffer>();
                    rows.forEach(row -> found.add(Buffer.buffer(row.getBuffer(0).getBytes())));
                    return found;
                });
    }

    private Buffer hash(String scope, String name) {
        return Buffer.buffer(Base64.getUrlDecoder().decode(hashes.of(scope, name)));
    }
}
