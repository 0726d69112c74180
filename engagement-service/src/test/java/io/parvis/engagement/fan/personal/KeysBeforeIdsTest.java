package io.parvis.engagement.fan.personal;

import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.fan.personal.Replica.A;
import static io.parvis.engagement.fan.personal.Replica.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.schema.MaintenanceConnections;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a release wrote whose keys had no ids, as that release wrote it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class KeysBeforeIdsTest {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Contact ANNE = new Contact("customer-1", "@anne", "anne@example.org", null);

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    Pool pool;

    @Inject
    MaintenanceConnections upkeep;

    private final VaultSchema schema =
            VaultSchema.fresh("before" + SCHEMAS.incrementAndGet()).migrated("1");
    private FanRegistered anne;

    @BeforeEach
    void anneIsRegistered() {
        var facts = new RecordedFacts(engine);
        var brandId = brandRegistered(facts);
        var fanId = "f" + UUID.randomUUID();
        var wrapping = new KeyWrapping(() -> A);
        var index = new BlindIndex(() -> A);
        var wrapped = wrapping.freshKey(new FanId(fanId));
        var ids = prepared(
                fanId,
                wrapped.bytes(),
                index.of(brandId, "customer-1"),
                index.of("email:" + brandId, "anne@example.org"));
        anne = new FanRegistered(
                new FanId(fanId),
                new BrandId(brandId),
                ids[0],
                ids[1],
                wrapping.unwrap(wrapped, new BrandId(brandId), new FanId(fanId)).seal(ANNE),
                "FR",
                List.of(),
                "key:partner");
        facts.record(anne);
        schema.migrated("latest");
    }

    private String[] prepared(String fanId, byte[] wrapped, String... hashes) {
        var parameters = io.vertx.sqlclient.Tuple.of(fanId, Buffer.buffer(wrapped))
                .addArrayOfBuffer(List.of(hashes).stream()
                        .map(hash -> Buffer.buffer(Base64.getUrlDecoder().decode(hash)))
                        .toArray(Buffer[]::new))
                .addArrayOfString(new String[] {
                    UUID.randomUUID().toString(), UUID.randomUUID().toString()
                });
        return pool.preparedQuery("select index_ids from " + schema.username() + "_keys.prepare($1, $2, $3, $4)")
                .execute(Tuple.newInstance(parameters))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getArrayOfStrings(0);
    }

    @Test
    void isReadAndFoundByTheKeyThatItHadThen() {
        isKnownTo(replica(A));
        isKnownTo(replica(A + "," + B));
        isKnownTo(replica(B + "," + A));
    }

    @Test
    void isGivenTheIdOfItsKeyByItself() {
        assertThat(replica(A).rewrite()).isEqualTo(new KeyRotationJob.Pass(3, 0));

        assertThat(schema.count("select count(*) from blind_index where key_id = 'a'"))
                .isEqualTo(2);
        assertThat(schema.count("select count(*) from fan_key where key_id = 'a'"))
                .isEqualTo(1);
        isKnownTo(replica(A));
    }

    @Test
    void isBroughtUnderAnotherKeyAtOnce() {
        assertThat(replica(B + "," + A).rewrite()).isEqualTo(new KeyRotationJob.Pass(3, 0));

        replica(B).needed().check();
        isKnownTo(replica(B));
        replica(B).rewrite();
        assertThat(schema.count("select count(*) from blind_index")).isEqualTo(2);
    }

    @Test
    void isMissedByRingsWithoutIt() {
        replica(A).needed().check();

        assertThatThrownBy(() -> replica(B).needed().check())
                .hasMessage(
                        "Fans' keys were encrypted under a key that parvis.fan-keys.wrapping-key lacks, before keys had"
                                + " ids: put the key that it had then behind the one in use");
        assertThatThrownBy(() -> Replica.of(A, B, pool, upkeep, schema).needed().check())
                .hasMessageStartingWith("Names of fans were hidden under a key that parvis.blind-index-key lacks");
    }

    @Test
    void keepsItsIdWhenItsKeyIsGivenAnother() {
        var unnamed = A.substring(A.indexOf(':') + 1);
        replica(unnamed).rewrite();

        replica(B + "," + A).needed().check();
        isKnownTo(replica(B + "," + A));
        assertThat(replica(B + "," + A).rewrite().left()).isZero();
        replica(B).needed().check();
        isKnownTo(replica(B));
    }

    private Replica replica(String ring) {
        return Replica.of(ring, pool, upkeep, schema);
    }

    private void isKnownTo(Replica replica) {
        var vault = replica.vault();
        assertThat(vault.keyOf(anne.brandId(), anne.fanId())
                        .await()
                        .indefinitely()
                        .open(anne.contact()))
                .isEqualTo(ANNE);
        var other = vault.prepare(anne.brandId(), new FanId("f" + UUID.randomUUID()), ANNE)
                .await()
                .indefinitely();
        assertThat(other.externalIndex()).isEqualTo(anne.externalIndex());
        assertThat(other.emailIndex()).isEqualTo(anne.emailIndex());
    }
}
