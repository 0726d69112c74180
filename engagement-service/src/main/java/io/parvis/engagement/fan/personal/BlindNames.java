package io.parvis.engagement.fan.personal;

import io.parvis.engagement.fan.BlindIndex;
import io.parvis.eventing.edge.value.TextKind;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Under which hashes a person stands in the blind index. External ids are one where they are canonically equivalent, and
 * domains are told apart by IDNA 2008. That was not always so: whoever was registered by the bytes of an id, or at a
 * domain that was taken for another, is still found.
 */
@ApplicationScoped
class BlindNames {

    private final Pool pool;
    private final BlindIndex hashes;
    private final IndexedAddresses addresses;
    private final String schema;

    BlindNames(Pool pool, BlindIndex hashes, IndexedAddresses addresses, DatabaseConfig database) {
        this.pool = pool;
        this.hashes = hashes;
        this.addresses = addresses;
        this.schema = database.username() + StoreProvisioning.KEYS;
    }

    /**
     * Of the external id, then of the mailbox, where there are any.
     *
     * @param fanId whose they are to be
     */
    Uni<List<Buffer>> of(String brandId, String fanId, Contact contact) {
        var externalId = contact.externalId() == null
                ? Uni.createFrom().item(Stream.<Buffer>of())
                : ofExternalId(brandId, contact.externalId()).map(Stream::of);
        return externalId.chain(first -> contact.email() == null
                ? Uni.createFrom().item(first.toList())
                : ofEmail(brandId, fanId, contact.email())
                        .map(hash -> Stream.concat(first, Stream.of(hash)).toList()));
    }

    /** Two who were registered by two forms of one id are two: the form that is asked for goes first. */
    private Uni<Buffer> ofExternalId(String brandId, String externalId) {
        var today = hash(brandId, TextKind.comparable(externalId));
        var forms = Stream.of(
                        hash(brandId, externalId),
                        today,
                        hash(brandId, Normalizer.normalize(externalId, Normalizer.Form.NFD)))
                .distinct()
                .toList();
        return forms.size() == 1
                ? Uni.createFrom().item(today)
                : known(forms)
                        .map(known -> forms.stream()
                                .filter(known::contains)
                                .findFirst()
                                .orElse(today));
    }

    /** A fan's own place under a former form is left behind: with its next correction it moves to the one of today. */
    private Uni<Buffer> ofEmail(String brandId, String fanId, String email) {
        var mailbox = EmailAddress.mailbox(email);
        var today = ofMailbox(brandId, mailbox);
        var before = FormerMailboxes.of(email).stream()
                .map(former -> ofMailbox(brandId, former))
                .toList();
        return before.isEmpty()
                ? Uni.createFrom().item(today)
                : addresses
                        .holders(brandId, before)
                        .map(holders -> holders.stream()
                                .filter(holder -> !holder.fanId().equals(fanId))
                                .filter(holder ->
                                        EmailAddress.mailbox(holder.address()).equals(mailbox))
                                .findFirst()
                                .map(IndexedAddresses.Holder::hash)
                                .orElse(today));
    }

    private Uni<Set<Buffer>> known(List<Buffer> wanted) {
        return pool.preparedQuery("select b.hash from unnest($1::bytea[]) as wanted(hash) join " + schema
                        + ".blind_index b on b.bucket = (get_byte(wanted.hash, 0) & 63) and b.hash = wanted.hash")
                .execute(IndexedAddresses.argument(wanted))
                .map(rows -> {
                    var found = new HashSet<Buffer>();
                    rows.forEach(row -> found.add(Buffer.buffer(row.getBuffer(0).getBytes())));
                    return found;
                });
    }

    private Buffer ofMailbox(String brandId, String mailbox) {
        return hash("email:" + brandId, mailbox);
    }

    private Buffer hash(String scope, String name) {
        return Buffer.buffer(Base64.getUrlDecoder().decode(hashes.of(scope, name)));
    }
}
