package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.TransientFailure;
import io.parvis.eventing.testing.ParvisDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a decision needs beside its boundary is fetched outside of it, and it is decided again. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class NeedsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMillis(400);

    /** One more ticket of a thing; a priced one waits for its price. */
    record Take(String thing, boolean priced) {}

    @Event(namespace = "test", name = "TicketTaken", version = "1")
    record Taken(@EventTag(key = "needs-test") String thing, int number, int price) {}

    static final class Taking implements DeciderWithNeeds<Take, Integer, Integer, String> {

        @Override
        public Boundary boundary(Take command, Integer price) {
            return Boundary.reading(Criterion.latest(Tag.of("needs-test", command.thing()), Taken.class));
        }

        @Override
        public Integer initial(Take command) {
            return 0;
        }

        @Override
        public Integer evolve(Integer number, Object event) {
            return ((Taken) event).number();
        }

        @Override
        public Decision<String> decide(Take command, Integer number, Integer price, Instant now) {
            return command.priced() && price == 0
                    ? Decision.needs("price")
                    : Decision.events(List.of(new Taken(command.thing(), number + 1, price)));
        }
    }

    /** Remembers what was fetched, and where. */
    private static final class Prices implements Fetcher<Take, Integer, String> {

        private final BiFunction<Integer, String, Uni<Integer>> price;
        private final List<String> fetched = new CopyOnWriteArrayList<>();
        private volatile @Nullable Context on;

        Prices(BiFunction<Integer, String, Uni<Integer>> price) {
            this.price = price;
        }

        @Override
        public Integer known(Take command) {
            return 0;
        }

        @Override
        public Uni<Integer> fetch(Take command, Integer known, String need) {
            fetched.add(need);
            on = Vertx.currentContext();
            return price.apply(known, need);
        }
    }

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventConverter converter;

    @Inject
    Vertx vertx;

    private final String thing = UUID.randomUUID().toString();
    private final Take priced = new Take(thing, true);
    private final Take free = new Take(thing, false);
    private final CompletableFuture<Integer> later = new CompletableFuture<>();

    @Test
    void fetchesItOnceAndDecidesWithIt() {
        var prices = new Prices((known, need) -> Uni.createFrom().item(7));

        assertThat(taken(send(prices, priced))).isEqualTo(new Taken(thing, 1, 7));
        assertThat(prices.fetched).containsExactly("price");
    }

    @Test
    void fetchesNothingThatIsNotNeeded() {
        var prices = new Prices((known, need) -> Uni.createFrom().item(7));

        assertThat(taken(send(prices, free))).isEqualTo(new Taken(thing, 1, 0));
        assertThat(prices.fetched).isEmpty();
    }

    @Test
    void decidesOnWhatHappenedWhileItWasFetched() {
        var prices = new Prices((known, need) -> Uni.createFrom().completionStage(later));
        var commands = commands(prices);
        var waiting = send(commands, priced);
        await().atMost(TIMEOUT).until(() -> !prices.fetched.isEmpty());
        taken(send(commands, free));

        later.complete(7);

        assertThat(taken(waiting)).isEqualTo(new Taken(thing, 2, 7));
        assertThat(prices.fetched).hasSize(1);
    }

    /** While the first is under way the others stand in line for the same thing, and are decided together. */
    @Test
    void keepsNobodyOfItsGroupWaiting() {
        var prices = new Prices((known, need) -> Uni.createFrom().completionStage(later));
        var commands = commands(prices);
        var first = send(commands, free);
        var waiting = send(commands, priced);
        var others = List.of(send(commands, free), send(commands, free));

        assertThat(taken(first).number()).isEqualTo(1);
        assertThat(others)
                .extracting(NeedsTest::taken)
                .extracting(Taken::number)
                .containsExactly(2, 3);
        assertThat(waiting).isNotDone();
        later.complete(7);
        assertThat(taken(waiting)).isEqualTo(new Taken(thing, 4, 7));
    }

    @Test
    void answersWithWhatTheFetchFailedWith() {
        var prices = new Prices((known, need) -> Uni.createFrom().failure(new IllegalArgumentException("No price")));

        assertThatThrownBy(() -> taken(send(prices, priced)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("No price");
        assertThat(prices.fetched).hasSize(1);
        assertThat(taken(send(prices, free)).number()).isEqualTo(1);
    }

    @Test
    void answersWithWhatTheFetcherThrew() {
        var prices = new Prices((known, need) -> {
            throw new IllegalArgumentException("No shop");
        });

        assertThatThrownBy(() -> taken(send(prices, priced))).hasRootCauseMessage("No shop");
    }

    @Test
    void endsAFetchThatNeverEndsAndSaysThatThisPasses() {
        var cancelled = new AtomicBoolean();
        var prices = new Prices((known, need) ->
                Uni.createFrom().<Integer>nothing().onCancellation().invoke(() -> cancelled.set(true)));

        assertThatThrownBy(() -> taken(send(prices, priced)))
                .hasCauseInstanceOf(FetchTimeout.class)
                .hasMessageContaining("price was not fetched for Take within PT0.4S")
                .satisfies(failure -> assertThat(TransientFailure.in(failure)).isTrue());
        await().atMost(TIMEOUT).untilTrue(cancelled);
        assertThat(taken(send(prices, free)).number())
                .as("nothing was recorded")
                .isEqualTo(1);
    }

    @Test
    void endsADeciderThatNeedsMoreForEver() {
        var prices = new Prices((known, need) -> Uni.createFrom().item(0));

        assertThatThrownBy(() -> taken(send(prices, priced)))
                .hasCauseInstanceOf(TooManyNeeds.class)
                .hasMessageContaining("Take still needs price");
        assertThat(prices.fetched).hasSize(16);
    }

    @Test
    void fetchesAndAnswersOnTheCallersContext() {
        var prices = new Prices(
                (known, need) -> Uni.createFrom().item(7).onItem().delayIt().by(Duration.ofMillis(1)));
        var context = vertx.getOrCreateContext();
        var answeredOn = new CompletableFuture<Context>();

        context.runOnContext(now -> commands(prices)
                .send(priced, terms(null))
                .subscribe()
                .with(done -> answeredOn.complete(Vertx.currentContext()), answeredOn::completeExceptionally));

        assertThat(answeredOn).succeedsWithin(TIMEOUT).isSameAs(context);
        assertThat(prices.on).isSameAs(context);
    }

    @Test
    void fetchesNothingForWhatIsOnlyAnsweredAgain() {
        var prices = new Prices((known, need) -> Uni.createFrom().item(7));
        var commands = commands(prices);
        var once = Idempotency.reaction(thing, "the same");

        var first = taken(send(commands, priced, once));

        assertThat(taken(send(commands, priced, once))).isEqualTo(first);
        assertThat(prices.fetched).hasSize(1);
    }

    @Test
    void doesNotStartWithoutWhatFetchesForADecider() {
        assertThatThrownBy(() -> new Deciders(List.of(new Taking()), List.of(), converter, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Taking");
    }

    private Commands commands(Prices prices) {
        return OwnCommands.of(
                vertx, List.of(new Taking()), List.of(prices), engine, converter, Clock.systemUTC(), LIMIT);
    }

    private CompletableFuture<CommandOutcome> send(Prices prices, Take command) {
        return send(commands(prices), command);
    }

    private static CompletableFuture<CommandOutcome> send(Commands commands, Take command) {
        return send(commands, command, null);
    }

    private static CompletableFuture<CommandOutcome> send(Commands commands, Take command, @Nullable Idempotency once) {
        return commands.send(command, terms(once)).subscribeAsCompletionStage();
    }

    private static CommandContext terms(@Nullable Idempotency once) {
        return new CommandContext("correlation", "cause", "test", once, null);
    }

    private static Taken taken(CompletableFuture<CommandOutcome> sent) {
        return sent.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join().event(Taken.class);
    }
}
