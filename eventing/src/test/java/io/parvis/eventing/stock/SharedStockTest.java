package io.parvis.eventing.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.command.Precondition;
import io.parvis.eventing.command.VersionMismatch;
import io.parvis.eventing.stock.RefillStock.WhenSoldOutForAWhile;
import io.parvis.eventing.stock.TakeFromStock.BoughtBefore;
import io.parvis.eventing.stock.TakeFromStock.SoldOut;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What many want at once: decided in groups, each on what those before it did. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class SharedStockTest {

    @Inject
    Commands commands;

    @Inject
    EventReader events;

    private final String stock = UUID.randomUUID().toString();

    @Test
    void givesAwayExactlyWhatIsThereAndTellsTheRestWhy() {
        var outcomes = IntStream.range(0, 500)
                .mapToObj(i -> take("buyer-" + i, 300, null, null))
                .toList();

        assertThat(outcomes.stream().filter(SharedStockTest::succeeded)).hasSize(300);
        assertThat(outcomes.stream().filter(outcome -> refusedWith(outcome, SoldOut.class)))
                .hasSize(200);
    }

    @Test
    void tellsEachTheirOwnPlaceInTheLog() {
        var outcomes = IntStream.range(0, 200)
                .mapToObj(i -> take("buyer-" + i, 1000, null, null))
                .map(CompletableFuture::join)
                .toList();

        for (int i = 0; i < outcomes.size(); i++) {
            var taken = outcomes.get(i).event(StockTaken.class);
            assertThat(taken.buyer()).endsWith("/buyer-" + i);
            var recorded =
                    events.at(outcomes.get(i).position()).toCompletableFuture().join();
            assertThat(recorded.identifier())
                    .isEqualTo(outcomes.get(i).events().getFirst().identifier());
        }
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.event(StockTaken.class).left()))
                .as("first come, first served")
                .isEqualTo(IntStream.range(0, 200).map(i -> 999 - i).boxed().toList());
    }

    @Test
    void letsNobodyTakeTwiceInOneGroup() {
        var outcomes = IntStream.range(0, 100)
                .mapToObj(i -> take("buyer-" + i % 10, 1000, null, null))
                .toList();

        assertThat(outcomes.stream().filter(SharedStockTest::succeeded)).hasSize(10);
        assertThat(outcomes.stream().filter(outcome -> refusedWith(outcome, BoughtBefore.class)))
                .hasSize(90);
    }

    @Test
    void hasOneEffectForOneKeyThoughItsRepeatsStandInTheSameLine() {
        var outcomes = IntStream.range(0, 60)
                .mapToObj(i -> take("buyer-" + i % 3, 1000, Idempotency.reaction(stock + "/" + i % 3, "digest"), null))
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes.stream().filter(outcome -> !outcome.replayed())).hasSize(3);
        for (int i = 3; i < 60; i++) {
            assertThat(outcomes.get(i).position()).isEqualTo(outcomes.get(i % 3).position());
        }
    }

    @Test
    void comparesTheExpectedVersionWithWhatIsRecordedAndNotWithWhatIsComing() {
        var version = take("first", 1000, null, null).join().position();

        var outcomes = IntStream.range(0, 20)
                .mapToObj(i -> take("buyer-" + i, 1000, null, i == 10 ? version : null))
                .toList();

        assertThat(outcomes.stream().filter(SharedStockTest::succeeded)).hasSize(19);
        assertThat(outcomes.get(10)).matches(outcome -> refusedWith(outcome, VersionMismatch.class));
    }

    @Test
    void readsTheNewestOfManyAndNotAllOfThem() {
        IntStream.range(0, 300).mapToObj(i -> take("a" + i, 1000, null, null)).forEach(CompletableFuture::join);

        var last = take("b", 1000, null, null).join();

        assertThat(last.event(StockTaken.class).left()).isEqualTo(699);
    }

    @Test
    void doesNotLetOneThatCannotBeStoredSpoilTheOthers() {
        var tooLong = "x".repeat(2000);
        var outcomes = IntStream.range(0, 50)
                .mapToObj(i -> take(i == 25 ? tooLong : "buyer-" + i, 1000, null, null))
                .toList();

        assertThat(outcomes.stream().filter(SharedStockTest::succeeded)).hasSize(49);
        assertThatThrownBy(outcomes.get(25)::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesWhatIsDueOnceAndTriesAgainWhereItFailed() throws SQLException {
        WhenSoldOutForAWhile.FAILURES.set(1);
        take("a", 1, null, null).join();
        assertThat(take("b", 1, null, null)).matches(outcome -> refusedWith(outcome, SoldOut.class));

        await().atMost(Duration.ofSeconds(30)).until(() -> refills() > 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> toDo() == 0);

        assertThat(refills()).isEqualTo(1);
        assertThat(take("b", 1, null, null).join().event(StockTaken.class).left())
                .isEqualTo(9);
    }

    private long refills() throws SQLException {
        return count("select count(*) from event_store.event where name = 'test.StockRefilled' and '%s' = any (tags)"
                .formatted("stock=" + stock));
    }

    private long toDo() throws SQLException {
        return count("select count(*) from eventing.to_do where subject = '" + stock + "'");
    }

    private static long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private CompletableFuture<CommandOutcome> take(
            String buyer, int stockAtFirst, @Nullable Idempotency once, @Nullable Long version) {
        return commands.send(
                        new TakeFromStock(stock, buyer.length() > 100 ? buyer : stock + "/" + buyer, stockAtFirst),
                        new CommandContext(
                                "correlation",
                                "causation",
                                "key:test",
                                once,
                                version == null ? null : Precondition.versionIs(version)))
                .subscribeAsCompletionStage()
                .toCompletableFuture();
    }

    private static boolean succeeded(CompletableFuture<CommandOutcome> outcome) {
        return outcome.handle((done, refused) -> refused == null).join();
    }

    private static boolean refusedWith(CompletableFuture<CommandOutcome> outcome, Class<? extends Throwable> rule) {
        return outcome.handle((done, refused) -> rule.isInstance(refused)).join();
    }
}
