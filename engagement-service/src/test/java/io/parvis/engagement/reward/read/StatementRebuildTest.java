package io.parvis.engagement.reward.read;

import static io.parvis.eventing.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.engagement.reward.RewardTags;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** A fan's statement after a long history at high speed, and after its view was dropped and filled again. */
@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class StatementRebuildTest {

    private static final int OPERATIONS = 2_000;
    private static final int BATCH = 100;
    private static final int AT_ONCE = 48;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventReader log;

    @Inject
    EventConverter converter;

    @Inject
    Mutiny.SessionFactory sessions;

    private final Queue<String> reservations = new ConcurrentLinkedQueue<>();
    private final String brandId = "b" + UUID.randomUUID();
    private String fanId;

    @Test
    void addsUpAfterTwoThousandOperationsAtOnceAndARebuild() throws Throwable {
        new RecordedFacts(engine)
                .record(new BrandRegistered(brandId, brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
        fanId = asEveryone()
                .body(Map.of("country", "FR"))
                .post("/v1/brands/" + brandId + "/fans")
                .path("fanId");

        int refused = operate();
        var shown = statement();
        var filled = rows();
        rebuild();

        assertThat(refused).isBetween(1, OPERATIONS / 2);
        assertThat(shown.<Integer>path("earned"))
                .isPositive()
                .isEqualTo(shown.<Integer>path("burned")
                        + shown.<Integer>path("reserved")
                        + shown.<Integer>path("expired")
                        + shown.<Integer>path("balance"));
        assertThat(filled).hasSize(OPERATIONS - refused + 1);
        assertThat(rows()).isEqualTo(filled);
        assertThat(asEveryone()
                        .get("/v1/brands/" + brandId + "/fans/" + fanId + "/statement")
                        .asString())
                .isEqualTo(shown.asString());
    }

    private int operate() throws InterruptedException {
        var random = new Random(20_261_123L);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = threads.invokeAll(IntStream.range(0, OPERATIONS)
                    .<Callable<Integer>>mapToObj(i -> {
                        int dice = random.nextInt(100);
                        long points = 1 + random.nextInt(200);
                        return () -> operate(dice, points).statusCode();
                    })
                    .toList());
            var statuses = answers.stream().map(Future::resultNow).toList();
            assertThat(statuses).isSubsetOf(201, 409);
            return (int) statuses.stream().filter(status -> status == 409).count();
        }
    }

    private Response operate(int dice, long points) {
        if (dice < 40) {
            return move("earn", points, null);
        }
        if (dice < 60) {
            return move("burn", points, null);
        }
        if (dice < 75) {
            var reserved = move("reserve", points, null);
            if (reserved.statusCode() == 201) {
                reservations.add(reserved.path("reservationId"));
            }
            return reserved;
        }
        if (dice < 95) {
            var held = reservations.poll();
            return move(dice < 85 ? "burn" : "release", 0, held == null ? "none" : held);
        }
        return move("adjust", dice < 97 ? points : -points, null);
    }

    private Response move(String operation, long points, String reservationId) {
        var body = new HashMap<String, Object>(Map.of("operation", operation, "reason", "Because"));
        if (reservationId == null) {
            body.put("points", points);
        } else {
            body.put("reservationId", reservationId);
        }
        return asEveryone().body(body).post("/v1/brands/" + brandId + "/fans/" + fanId + "/points");
    }

    /** The answers come in any order: an operation behind all of them is waited for, on a busy machine for longer. */
    private Response statement() {
        var last = move("earn", 1, null).header("Parvis-Position");
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> asEveryone()
                                .header("Parvis-Position", last)
                                .get("/v1/brands/" + brandId + "/fans/" + fanId + "/statement"),
                        answer -> answer.statusCode() == 200);
    }

    private record Row(long position, String entry, String ledger) {}

    private List<Row> rows() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> sessions.withSession(session -> session.createSelectionQuery(
                                "from PointsEntryView where owner = :owner order by position", PointsEntryView.class)
                        .setParameter("owner", RewardTags.owner(brandId, fanId))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Row(row.position, row.entry, row.ledger))
                        .toList()));
    }

    /** As a new projection of the same events would: the rows are dropped, and every event handled again in order. */
    private void rebuild() throws Throwable {
        var events = events();
        var projection = new StatementProjection();
        VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(
                session -> session.createMutationQuery("delete from PointsEntryView where owner = :owner")
                        .setParameter("owner", RewardTags.owner(brandId, fanId))
                        .executeUpdate()));
        for (int from = 0; from < events.size(); from += BATCH) {
            var batch = events.subList(from, Math.min(events.size(), from + BATCH));
            VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(session -> Multi.createFrom()
                    .iterable(batch)
                    .onItem()
                    .transformToUniAndConcatenate(event -> handle(projection, event, session))
                    .collect()
                    .last()));
        }
    }

    private Uni<Void> handle(StatementProjection projection, RecordedEvent event, Mutiny.Session session) {
        return event.type()
                        .qualifiedName()
                        .equals(EventType.of(PointsMoved.class).qualifiedName())
                ? projection.on(event.payloadAs(PointsMoved.class, converter), session, event)
                : projection.on(event.payloadAs(PointsExpired.class, converter), session, event);
    }

    private List<RecordedEvent> events() {
        var all = new ArrayList<RecordedEvent>();
        long after = 0;
        while (true) {
            var some = log.tagged(RewardTags.points(brandId, fanId), after, 1_000)
                    .toCompletableFuture()
                    .join();
            all.addAll(some);
            if (some.isEmpty()) {
                return all;
            }
            after = some.getLast().position();
        }
    }
}
