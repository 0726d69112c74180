package io.parvis.engagement.fan.personal;

import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.parvis.engagement.fan.personal.Replica.A;
import static io.parvis.engagement.fan.personal.Replica.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.fan.write.erase.EraseFan;
import io.parvis.engagement.fan.write.register.Registrations;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.schema.MaintenanceConnections;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two replicas are given another key for the blind index and for fans' keys, one after the other, while people register
 * with both of them at once, enter, are read, are erased and register again.
 */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class KeyRotationTest {

    private static final int NEWCOMERS = 6;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    Commands commands;

    @Inject
    Pool pool;

    @Inject
    MaintenanceConnections upkeep;

    @Inject
    Vertx vertx;

    private final VaultSchema schema =
            VaultSchema.fresh("rotating" + SCHEMAS.incrementAndGet()).migrated("latest");
    private final Map<String, FanRegistered> fans = new ConcurrentHashMap<>();
    private final Set<String> entered = ConcurrentHashMap.newKeySet();
    private VaultMaintenance upkeepOfKeys;
    private String brandId;
    private String contestId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
        upkeepOfKeys = new VaultMaintenance(upkeep, schema);
    }

    @Test
    void losesNobodyAndTakesNobodyTwice() throws Exception {
        contestId = published(brandId, rules());
        int people = 0;
        for (var step : List.of(
                List.of(A, A),
                List.of(A + "," + B, A),
                List.of(A + "," + B, A + "," + B),
                List.of(B + "," + A, A + "," + B),
                List.of(B + "," + A, B + "," + A),
                List.of(B, B + "," + A),
                List.of(B, B))) {
            var replicas = step.stream().map(this::replica).toList();
            replicas.forEach(replica -> replica.needed().check());
            people += NEWCOMERS;
            var from = people - NEWCOMERS;
            var staying = staying();
            var leaving = leaving();
            atOnce(
                    () -> comesToBoth(replicas, from),
                    () -> isKnownTo(replicas, staying),
                    () -> isReadBy(replicas, staying),
                    () -> isErasedAndComesAgain(replicas, leaving),
                    () -> enters(staying),
                    () -> replicas.getFirst().rewrite(),
                    () -> replicas.getLast().rewrite());
            assertThat(fans).as("people by now").hasSize(people);
            isReadBy(replicas, fans.keySet());
            isKnownTo(replicas, fans.keySet());
            if (step.equals(List.of(B + "," + A, B + "," + A))) {
                assertThat(replicas.getFirst().rewrite().left()).isZero();
            }
        }

        assertThat(replica(B).rewrite().left()).isZero();
        assertThat(replica(B).rewrite()).isEqualTo(new KeyRotationJob.Pass(0, 0));
        assertThat(schema.count("select count(*) from fan_key where key_id is distinct from 'b'"))
                .isZero();
        assertThat(schema.count("select count(*) from fan_key k"
                        + " where exists (select from event_store.tag where tag = 'fan=' || k.fan_id)"))
                .isEqualTo(people);
        assertThat(schema.count("select count(*) from blind_index where key_id is distinct from 'b'"))
                .isZero();
        assertThat(schema.count("select count(*) from blind_index")).isEqualTo(2L * people);
        assertThat(schema.count("select count(distinct index_id) from blind_index"))
                .isEqualTo(2L * people);
    }

    @Test
    void doesNotStartWithoutAKeyThatFansNeed() {
        assertThat(registered(replica(A), "person-1")).isTrue();
        replica(B + "," + A).needed().check();

        assertThatThrownBy(() -> replica(B).needed().check())
                .hasMessage(
                        "Fans' keys need the key a, which parvis.fan-keys.wrapping-key lacks. Put it back as a:base64,"
                                + " behind the key in use; it may go once nothing needs it any more");
        assertThatThrownBy(() -> Replica.of(B + "," + A, B, pool, upkeep, schema)
                        .needed()
                        .check())
                .hasMessageStartingWith("Fans in the blind index are known only under the key a, which"
                        + " parvis.blind-index-key lacks.");

        assertThat(replica(B + "," + A).rewrite().left()).isZero();
        replica(B).needed().check();
    }

    @Test
    void doesNotStartWithAnotherKeyUnderAnIdThatOneHad() {
        var other = "a:" + Replica.secret("the other key: 32 bytes, no more");
        replica(A).needed().check();

        assertThatThrownBy(() -> replica(other).needed().check())
                .hasMessage(
                        "parvis.fan-keys.wrapping-key has another key under the id a than it had: put that one back,"
                                + " and give this one an id of its own");
        assertThatThrownBy(() -> Replica.of(A, B + "," + other, pool, upkeep, schema)
                        .needed()
                        .check())
                .hasMessageStartingWith("parvis.blind-index-key has another key under the id a than it had");
        replica(A).needed().check();
    }

    @Test
    void doesNotStartWithKeysThatChangedTheirIds() {
        replica(A + "," + B).needed().check();

        assertThatThrownBy(() -> replica("a" + B.substring(1) + ",b" + A.substring(1))
                        .needed()
                        .check())
                .hasMessageStartingWith("parvis.fan-keys.wrapping-key has another key under the id a than it had");
    }

    /** What was never in use may be corrected. */
    @Test
    void remembersNoKeyOfAStartThatItRefused() {
        assertThat(registered(replica(A), "person-1")).isTrue();
        replica(A).needed().check();
        assertThatThrownBy(() -> replica("b:" + Replica.secret("a key mistyped: 32 bytes, not so"))
                        .needed()
                        .check())
                .hasMessageStartingWith("Fans' keys need the key a");

        replica(B + "," + A).needed().check();
    }

    @Test
    void bringsEverythingUnderTheKeyInUseByItself() {
        assertThat(registered(replica(A), "person-1")).isTrue();
        var config = new Pace(Duration.ofMillis(1), Duration.ofMillis(10));
        var rewriting = new KeyRotationJob(replica(B + "," + A).rewritings(), vertx, config);

        rewriting.start(new StartupEvent());

        await().until(() -> rewriting.last().equals(new KeyRotationJob.Pass(0, 0)));
        rewriting.stop(new ShutdownEvent());
        replica(B).needed().check();
        isKnownTo(List.of(replica(B)), fans.keySet());
        isReadBy(List.of(replica(B)), fans.keySet());
    }

    private record Pace(Duration pause, Duration lookAgain) implements KeyRotationConfig {}

    private Replica replica(String ring) {
        return Replica.of(ring, pool, upkeep, schema);
    }

    private static void atOnce(Runnable... all) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(
                    List.of(all).stream().map(Executors::callable).toList())) {
                done.get();
            }
        }
    }

    /** Whoever comes to two replicas at the same time is taken by one. */
    private void comesToBoth(List<Replica> replicas, int from) {
        for (int i = from; i < from + NEWCOMERS; i++) {
            var person = "person-" + i;
            assertThat(takenBy(replicas, person)).as(person).isEqualTo(1);
        }
    }

    private long takenBy(List<Replica> replicas, String person) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long taken = 0;
            for (var done : threads.invokeAll(replicas.stream()
                    .<Callable<Boolean>>map(replica -> () -> registered(replica, person))
                    .toList())) {
                taken += done.get() ? 1 : 0;
            }
            return taken;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void isKnownTo(List<Replica> replicas, Collection<String> people) {
        for (var replica : replicas) {
            people.forEach(
                    person -> assertThat(registered(replica, person)).as(person).isFalse());
        }
    }

    private void isReadBy(List<Replica> replicas, Collection<String> people) {
        for (var replica : replicas) {
            for (var person : people) {
                var fan = fans.get(person);
                var key = replica.vault()
                        .keyOf(new BrandId(brandId), fan.fanId())
                        .await()
                        .indefinitely();
                assertThat(key).as("key of %s", person).isNotNull();
                assertThat(key.open(fan.contact())).isEqualTo(contact(person));
            }
        }
    }

    private void isErasedAndComesAgain(List<Replica> replicas, Collection<String> people) {
        for (var person : people) {
            var fanId = fans.get(person).fanId();
            commands.send(new EraseFan(fanId, new BrandId(brandId), null), terms())
                    .await()
                    .indefinitely();
            upkeepOfKeys.applyErasures(fanId).await().indefinitely();
            for (var replica : replicas) {
                assertThat(replica.vault()
                                .keyOf(new BrandId(brandId), fanId)
                                .await()
                                .indefinitely())
                        .as("key of %s, erased", person)
                        .isNull();
            }
            assertThat(takenBy(replicas, person)).as(person + " again").isEqualTo(1);
        }
    }

    private void enters(Collection<String> people) {
        people.stream()
                .filter(entered::add)
                .forEach(person -> enter(
                                brandId, contestId, fans.get(person).fanId().value())
                        .then()
                        .statusCode(201));
    }

    private boolean registered(Replica replica, String person) {
        var fanId = Ulid.next();
        var prepared = replica.vault()
                .prepare(new BrandId(brandId), new FanId(fanId), contact(person))
                .await()
                .indefinitely();
        var fan = new FanRegistered(
                new FanId(fanId),
                new BrandId(brandId),
                prepared.externalIndex(),
                prepared.emailIndex(),
                prepared.contact(),
                "FR",
                List.of(),
                "key:partner");
        try {
            commands.send(Registrations.of(fan), terms()).await().indefinitely();
        } catch (RuntimeException failure) {
            if (Registrations.isTaken(failure)) {
                return false;
            }
            throw failure;
        }
        fans.put(person, fan);
        return true;
    }

    private static CommandContext terms() {
        return new CommandContext("correlation", "causation", "key:partner", null, null);
    }

    private static Contact contact(String person) {
        return new Contact(person, "@" + person, person + "@example.org", LocalDate.of(1990, 1, 1));
    }

    /** Those whom nobody erases while others look for them; the others are every fourth. */
    private List<String> staying() {
        return fans.keySet().stream().filter(person -> !isErased(person)).toList();
    }

    private List<String> leaving() {
        return fans.keySet().stream().filter(KeyRotationTest::isErased).toList();
    }

    private static boolean isErased(String person) {
        return Integer.parseInt(person.substring(person.indexOf('-') + 1)) % 4 == 0;
    }
}
