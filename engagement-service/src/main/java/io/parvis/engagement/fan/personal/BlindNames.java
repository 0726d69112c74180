package io.parvis.engagement.fan.personal;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.value.TextKind;
import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.DatabaseConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which names a person stands in the blind index. External ids are one where they are canonically equivalent, and
 * domains are told apart by IDNA 2008. That was not always so: whoever was registered by the bytes of an id, or at a
 * domain that was taken for another, is still found. Each name stands there under every key of the ring.
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

    /** A name by its hashes under every key of the ring; the key in use comes first. */
    record BlindName(List<BlindIndex.Hidden> underEveryKey) {

        Stream<Buffer> hashes() {
            return underEveryKey.stream().map(hidden -> Buffer.buffer(hidden.hash()));
        }
    }

    /**
     * Of the external id, then of the mailbox, where there are any.
     *
     * @param fanId whose they are to be
     */
    Uni<List<BlindName>> of(BrandId brandId, FanId fanId, Contact contact) {
        var externalId = contact.externalId() == null
                ? Uni.createFrom().item(Stream.<BlindName>of())
                : ofExternalId(brandId, contact.externalId()).map(Stream::of);
        return externalId.chain(first -> contact.email() == null
                ? Uni.createFrom().item(first.toList())
                : ofEmail(brandId, fanId, contact.email())
                        .map(name -> Stream.concat(first, Stream.of(name)).toList()));
    }

    /** All forms that a contact may ever have been indexed by: of the mailbox where it is one, else of the external id. */
    List<BlindName> forms(BrandId brandId, @Nullable String externalId, @Nullable String email) {
        return Stream.concat(
                        externalId == null ? Stream.of() : externalIds(brandId, externalId).stream(),
                        email == null
                                ? Stream.of()
                                : Stream.concat(
                                                Stream.of(EmailAddress.mailbox(email)),
                                                LegacyMailboxes.of(email).stream())
                                        .map(mailbox -> ofMailbox(brandId, mailbox)))
                .toList();
    }

    private List<BlindName> externalIds(BrandId brandId, String externalId) {
        return Stream.of(
                        externalId,
                        TextKind.comparable(externalId),
                        Normalizer.normalize(externalId, Normalizer.Form.NFD))
                .distinct()
                .map(form -> name(brandId.value(), form))
                .toList();
    }

    /** Two who were registered by two forms of one id are two: the form that is asked for goes first. */
    private Uni<BlindName> ofExternalId(BrandId brandId, String externalId) {
        var today = name(brandId.value(), TextKind.comparable(externalId));
        var forms = externalIds(brandId, externalId);
        return forms.size() == 1
                ? Uni.createFrom().item(today)
                : known(forms.stream().flatMap(BlindName::hashes).toList())
                        .map(known -> forms.stream()
                                .filter(form -> form.hashes().anyMatch(known::contains))
                                .findFirst()
                                .orElse(today));
    }

    /** A fan's own place under a former form is left behind: with its next correction it moves to the one of today. */
    private Uni<BlindName> ofEmail(BrandId brandId, FanId fanId, String email) {
        var mailbox = EmailAddress.mailbox(email);
        var today = ofMailbox(brandId, mailbox);
        var before = LegacyMailboxes.of(email).stream()
                .map(former -> ofMailbox(brandId, former))
                .toList();
        return before.isEmpty()
                ? Uni.createFrom().item(today)
                : addresses
                        .holders(
                                brandId,
                                before.stream().flatMap(BlindName::hashes).toList())
                        .map(holders -> holders.stream()
                                .filter(holder -> !holder.fanId().equals(fanId))
                                .filter(holder ->
                                        EmailAddress.mailbox(holder.address()).equals(mailbox))
                                .flatMap(holder -> before.stream()
                                        .filter(form -> form.hashes().anyMatch(holder.hash()::equals)))
                                .findFirst()
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

    private BlindName ofMailbox(BrandId brandId, String mailbox) {
        return name("email:" + brandId, mailbox);
    }

    private BlindName name(String scope, String text) {
        return new BlindName(hashes.underEveryKey(scope, text));
    }
}
