package io.parvis.engagement.fan.erasure;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.everywhere;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.fan.erasure.ErasureJournal.Line;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.personal.Unwrapping;
import io.parvis.engagement.fan.personal.VaultMaintenance;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL, looked into from outside. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class FanErasureTest {

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    ErasuresAtStart atStart;

    @Inject
    ErasureJournal journal;

    @Inject
    VaultMaintenance vault;

    @ConfigProperty(name = "parvis.fan-keys.wrapping-key")
    String wrappingKey;

    private RecordedFacts facts;
    private String brandId;

    @BeforeEach
    void brand() {
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
    }

    @Test
    void leavesAKeyInNoFileOfTheDatabaseAndPersonalDataNeverGetsThere() {
        KeyTables.execute("alter system set wal_recycle = off", "select pg_reload_conf()");
        var handle = "@handle-" + UUID.randomUUID();
        var email = UUID.randomUUID() + "@example.org";
        var fanId = registered(handle, email);
        var wrapped = KeyTables.keys(fanId).getFirst().wrapped();
        var clear = Unwrapping.key(wrappingKey, wrapped, fanId);
        var hashes = KeyTables.entries(fanId);
        KeyTables.execute("checkpoint");
        assertThat(hashes).hasSize(2);
        assertThat(KeyTables.filesWith(wrapped))
                .as("files with the wrapped key, before")
                .isNotEmpty();
        assertNowhere(handle.getBytes(UTF_8), email.getBytes(UTF_8), clear);

        asEveryone().delete(fan(fanId)).then().statusCode(204);

        assertThat(KeyTables.keys(fanId)).isEmpty();
        assertThat(KeyTables.entries(fanId)).isEmpty();
        KeyTables.execute("vacuum", "select event_store.recycle_log()");
        assertNowhere(handle.getBytes(UTF_8), email.getBytes(UTF_8), clear, wrapped);
        hashes.forEach(entry -> assertNowhere(entry.hash()));
    }

    @Test
    void doesSoInSpiteOfSomebodyWhoIsStillReadingAnOlderState() throws Exception {
        KeyTables.execute("alter system set wal_recycle = off", "select pg_reload_conf()");
        var fanId = registered("@reader", UUID.randomUUID() + "@example.org");
        var wrapped = KeyTables.keys(fanId).getFirst().wrapped();
        try (var reader = DriverManager.getConnection(
                        io.parvis.eventing.testing.TestDatabase.jdbcUrl(), "postgres", "postgres");
                var snapshot = reader.createStatement()) {
            reader.setAutoCommit(false);
            snapshot.execute("set transaction isolation level repeatable read");
            snapshot.execute("select count(*) from event_store.event");

            asEveryone().delete(fan(fanId)).then().statusCode(204);
            KeyTables.execute("select event_store.recycle_log()");

            assertNowhere(wrapped);
        }
    }

    @Test
    void keepsTheOthersOfTheSameLeaf() {
        var email = UUID.randomUUID() + "@example.org";
        var staying = registered("@staying", email);
        // More than there are leaves, so that some share one.
        for (int i = 0; i < 100; i++) {
            var going = registered("@going", UUID.randomUUID() + "@example.org");
            asEveryone().delete(fan(going)).then().statusCode(204);
        }

        as(everywhere("admin"))
                .get(fan(staying))
                .then()
                .statusCode(200)
                .body("email", org.hamcrest.Matchers.equalTo(email));
    }

    @Test
    void completesByItselfWhatACrashInterrupted() {
        var fanId = registered("@crash", UUID.randomUUID() + "@example.org");
        var ids = KeyTables.entries(fanId).stream()
                .map(KeyTables.IndexRow::indexId)
                .toList();

        // The fact is in the log; whoever recorded it got no further.
        facts.record(new FanErased(new FanId(fanId), new BrandId(brandId), ids));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(KeyTables.keys(fanId)).isEmpty();
            assertThat(KeyTables.entries(fanId)).isEmpty();
            assertThat(journal.lines()).anyMatch(line -> line.fanId().value().equals(fanId));
            assertThat(KeyTables.query("select from engagement_keys.leaf_to_rewrite"))
                    .isEmpty();
        });
    }

    @Test
    void destroysAgainWhatAnOlderBackupOfTheKeysBroughtBack() {
        var fanId = registered("@backup", UUID.randomUUID() + "@example.org");
        var keys = KeyTables.keys(fanId);
        var entries = KeyTables.entries(fanId);
        asEveryone().delete(fan(fanId)).then().statusCode(204);
        KeyTables.putBack(keys, entries);
        assertThat(KeyTables.keys(fanId)).isNotEmpty();

        atStart.applyLog(new StartupEvent());

        assertThat(KeyTables.keys(fanId)).isEmpty();
        assertThat(KeyTables.entries(fanId)).isEmpty();
    }

    @Test
    void destroysAgainAMailboxThatWasGivenUp() {
        var fanId = registered("@moved", UUID.randomUUID() + "@example.org");
        var before = KeyTables.entries(fanId);
        asEveryone()
                .body(Map.of("email", UUID.randomUUID() + "@example.org"))
                .patch(fan(fanId))
                .then()
                .statusCode(204);
        var after = KeyTables.entries(fanId).stream()
                .map(KeyTables.IndexRow::indexId)
                .toList();
        var givenUp = before.stream()
                .filter(entry -> !after.contains(entry.indexId()))
                .toList();
        assertThat(givenUp).hasSize(1);
        KeyTables.putBack(List.of(), givenUp);

        atStart.applyLog(new StartupEvent());

        assertThat(KeyTables.entries(fanId).stream().map(KeyTables.IndexRow::indexId))
                .containsExactlyInAnyOrderElementsOf(after);
        assertThat(KeyTables.keys(fanId)).hasSize(1);
    }

    @Test
    void erasesAgainWhomAnOlderLogBroughtBack() {
        var fanId = registered("@restored", UUID.randomUUID() + "@example.org");
        journal.add(List.of(
                new Line(new FanId(fanId), new BrandId(brandId), Instant.now()),
                new Line(new FanId("registered-after-the-backup"), new BrandId(brandId), Instant.now())));

        assertThat(atStart.reconcile()).isEqualTo(1);

        assertThat(KeyTables.keys(fanId)).isEmpty();
        assertThat(KeyTables.entries(fanId)).isEmpty();
        await().untilAsserted(
                        () -> as(everywhere("admin")).get(fan(fanId)).then().statusCode(404));
        assertThat(atStart.reconcile()).isZero();
    }

    @Test
    void isReadyOnceErasuresAreAppliedAgain() {
        asEveryone()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'erasures' }.status", org.hamcrest.Matchers.equalTo("UP"))
                .body("checks.find { it.name == 'erasures' }.data.journal", org.hamcrest.Matchers.equalTo("kept"));
    }

    @Test
    void sweepsAwayWhatWasPreparedAndNeverRecorded() {
        var fanId = registered("@kept", UUID.randomUUID() + "@example.org");
        var stray = "stray-" + UUID.randomUUID();
        KeyTables.execute(
                "update engagement_keys.swept set until = '-infinity'",
                "insert into engagement_keys.fan_key select bucket, '" + stray
                        + "', wrapped, now() from engagement_keys.fan_key limit 1",
                "insert into engagement_keys.blind_index values (1, '\\x01', '" + stray + "', now())",
                "update engagement_keys.fan_key set made_at = now() - interval '2 days'",
                "update engagement_keys.blind_index set used_at = now() - interval '2 days'");

        vault.sweep().await().atMost(Duration.ofSeconds(10));

        assertThat(KeyTables.keys(stray)).isEmpty();
        assertThat(KeyTables.query("select from engagement_keys.blind_index where index_id = '" + stray + "'"))
                .isEmpty();
        assertThat(KeyTables.keys(fanId)).hasSize(1);
        assertThat(KeyTables.entries(fanId)).hasSize(2);
    }

    private static void assertNowhere(byte[]... secrets) {
        for (int i = 0; i < secrets.length; i++) {
            assertThat(KeyTables.filesWith(secrets[i]))
                    .as("files with secret %d", i)
                    .isEmpty();
        }
    }

    private String registered(String handle, String email) {
        return asEveryone()
                .body(Map.of("country", "FR", "handle", handle, "email", email, "externalId", "x" + UUID.randomUUID()))
                .post("/v1/brands/" + brandId + "/fans")
                .then()
                .statusCode(201)
                .extract()
                .path("fanId");
    }

    private String fan(String fanId) {
        return "/v1/brands/" + brandId + "/fans/" + fanId;
    }
}
