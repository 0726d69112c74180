package io.parvis.engagement.reward.write.move;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.RewardTags;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One fan's ten thousand operations through the service, its view emptied and filled again meanwhile and afterwards. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class LongHistoryTest {

    private static final String PROCESSOR = "engagement.statements";
    private static final int OPERATIONS = 10_000;
    private static final int AT_ONCE = 500;
    private static final int BEFORE_EXPIRY = 2_000;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    Commands commands;

    @Inject
    EventReader log;

    @Inject
    EventConverter converter;

    private final Random random = new Random(20_261_123L);
    private final List<String> reservations = new ArrayList<>();
    private final String brandId = "b" + UUID.randomUUID();
    private String fanId;
    private int refused;

    @Test
    void addsUpInEveryEventAndInTheViewBeforeAndAfterItIsFilledAgain() throws SQLException {
        new RecordedFacts(engine)
                .record(new BrandRegistered(
                        new BrandId(brandId), brandId, "Vélo Club", "Europe/Paris", List.of("fr"), null));
        fanId = asEveryone()
                .body(Map.of("country", "FR"))
                .post("/v1/brands/" + brandId + "/fans")
                .path("fanId");
        programme(Instant.now().plusSeconds(2));
        operate(BEFORE_EXPIRY);
        await().atMost(Duration.ofSeconds(30)).until(() -> statement().getLong("expired") > 0);
        programme(null);
        for (int done = BEFORE_EXPIRY; done < OPERATIONS; done += BEFORE_EXPIRY) {
            operate(BEFORE_EXPIRY);
            emptyView();
        }

        assertThat(refused).isBetween(1, OPERATIONS / 2);
        var recorded = log();
        assertThat(recorded).hasSizeGreaterThan(OPERATIONS - refused).allSatisfy((position, ledger) -> adds(ledger));
        awaitViewOf(recorded);
        var shown = statement();
        adds(shown);
        emptyView();
        awaitViewOf(recorded);
        assertThat(statement().prettify()).isEqualTo(shown.prettify());
        assertNothingFailed();
    }

    private static void adds(Ledger ledger) {
        assertThat(ledger.burned() + ledger.reserved() + ledger.expired() + ledger.balance())
                .isEqualTo(ledger.earned());
        assertThat(ledger.balance()).isNotNegative();
    }

    private static void adds(JsonPath statement) {
        assertThat(List.of("earned", "burned", "reserved", "expired", "balance"))
                .allSatisfy(column -> assertThat(statement.getLong(column)).isPositive());
        assertThat(statement.getLong("burned")
                        + statement.getLong("reserved")
                        + statement.getLong("expired")
                        + statement.getLong("balance"))
                .isEqualTo(statement.getLong("earned"));
    }

    private void programme(@Nullable Instant expiry) {
        var levels = List.of(
                Map.of("code", "silver", "name", "Argent", "from", 1_000),
                Map.of("code", "gold", "name", "Or", "from", 200_000));
        var programme = new HashMap<String, Object>(Map.of(
                "timeZone",
                "Europe/Paris",
                "rules",
                List.of(),
                "tiers",
                Map.of("period", "calendar-year", "graceDays", 90, "levels", levels)));
        if (expiry != null) {
            programme.put("expiry", Map.of("mode", "fixed", "at", expiry.toString()));
        }
        asEveryone()
                .body(programme)
                .put("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(204);
    }

    private void operate(int operations) {
        for (int done = 0; done < operations; done += AT_ONCE) {
            var answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> commands.send(
                                    operation(), new CommandContext("correlation", "causation", "key:test", null, null))
                            .subscribeAsCompletionStage())
                    .toList();
            for (var answer : answers) {
                try {
                    answer.join();
                } catch (CompletionException failed) {
                    assertThat(failed).hasCauseInstanceOf(Refusal.class);
                    refused++;
                }
            }
        }
    }

    private MovePoints operation() {
        int dice = random.nextInt(100);
        long points = 1 + random.nextInt(200);
        if (dice < 40) {
            return move(PointsOperation.EARN, points, null);
        }
        if (dice < 60) {
            return move(PointsOperation.BURN, points, null);
        }
        if (dice < 75) {
            var reserve = move(PointsOperation.RESERVE, points, null);
            reservations.add(reserve.entryId().value());
            return reserve;
        }
        if (dice < 88 && !reservations.isEmpty()) {
            var held = reservations.remove(random.nextInt(reservations.size()));
            return move(dice < 82 ? PointsOperation.BURN : PointsOperation.RELEASE, 0, new PointsReservationId(held));
        }
        return move(PointsOperation.ADJUST, dice < 95 ? points : -points, null);
    }

    private MovePoints move(PointsOperation operation, long points, @Nullable PointsReservationId reservationId) {
        return new MovePoints(
                new PointsEntryId(UUID.randomUUID().toString()),
                new BrandId(brandId),
                new FanId(fanId),
                operation,
                points,
                reservationId,
                "Because",
                null);
    }

    private JsonPath statement() {
        return asEveryone()
                .get("/v1/brands/" + brandId + "/fans/" + fanId + "/statement")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Map<Long, Ledger> log() {
        var all = new HashMap<Long, Ledger>();
        for (long after = 0; ; ) {
            var some = log.tagged(RewardTags.points(new BrandId(brandId), new FanId(fanId)), after, 1_000)
                    .toCompletableFuture()
                    .join();
            if (some.isEmpty()) {
                return all;
            }
            some.forEach(event -> all.put(event.position(), ledger(event)));
            after = some.getLast().position();
        }
    }

    private record Books(Ledger ledger) {}

    private Ledger ledger(RecordedEvent event) {
        return event.payloadAs(Books.class, converter).ledger();
    }

    private static Ledger ledger(String json) {
        try {
            return EventJson.mapper().readValue(json, Ledger.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As an operator would empty it: in one transaction with the token, whose row every batch holds. */
    private static void emptyView() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from processor_token where processor = '" + PROCESSOR + "' for update");
            statement.execute("delete from points_entry");
            statement.execute(
                    "update processor_token set position = 0, owner = null where processor = '" + PROCESSOR + "'");
            connection.commit();
        }
    }

    private void awaitViewOf(Map<Long, Ledger> recorded) throws SQLException {
        await().atMost(Duration.ofMinutes(1)).until(() -> filled() >= recorded.size());
        assertThat(rows()).isEqualTo(recorded);
    }

    private long filled() throws SQLException {
        return count(
                "select count(*) from points_entry where owner = ?",
                RewardTags.owner(new BrandId(brandId), new FanId(fanId)));
    }

    private static void assertNothingFailed() throws SQLException {
        assertThat(count("select count(*) from failed_event where processor = ?", PROCESSOR))
                .isZero();
        assertThat(count("select count(*) from parked_event where processor = ?", PROCESSOR))
                .isZero();
    }

    private static long count(String query, String parameter) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password());
                var prepared = connection.prepareStatement(query)) {
            prepared.setString(1, parameter);
            var row = prepared.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private Map<Long, Ledger> rows() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password());
                var query = connection.prepareStatement("select position, ledger from points_entry where owner = ?")) {
            query.setString(1, RewardTags.owner(new BrandId(brandId), new FanId(fanId)));
            var found = new HashMap<Long, Ledger>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                found.put(rows.getLong(1), ledger(rows.getString(2)));
            }
            return found;
        }
    }
}
