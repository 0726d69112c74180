package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.testing.CuttingProxy;
import io.parvis.eventing.testing.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Connections fall mute: nothing passes any more, and nobody is told. Whoever asks on such a one is told so within the
 * time that an answer may take, and the connection leaves the pool, which here has no other.
 */
@org.junit.jupiter.api.Tag("slow")
class UnresponsiveConnectionsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final CuttingProxy proxy =
            new CuttingProxy(URI.create(TestDatabase.url()).getPort());
    private final Tag tag = Tag.of("mute", UUID.randomUUID().toString());
    private Pool pool;
    private PostgresEventStorageEngine engine;
    private EventReader events;

    @BeforeEach
    void open() {
        var settings = new HashMap<>(TestDatabase.configFor("eventing"));
        settings.put("parvis.database.url", "postgresql://localhost:" + proxy.port() + "/postgres");
        settings.put("parvis.database.connect-timeout", "PT2S");
        settings.put("parvis.event-store.answer-timeout", "PT1S");
        settings.put("parvis.event-store.pool-size", "1");
        var config = new SmallRyeConfigBuilder()
                .withMapping(EventStoreConfig.class)
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(settings)
                .build();
        var database = config.getConfigMapping(DatabaseConfig.class);
        var store = config.getConfigMapping(EventStoreConfig.class);
        var formats = new UpcasterChain(List.of());
        pool = EventStoreConnections.pool(vertx, database, store);
        engine = new PostgresEventStorageEngine(vertx, database, pool, EngineUnderTest.CONVERTER, formats, store);
        events = new EventReader(pool, formats);
    }

    @AfterEach
    void close() {
        engine.close();
        pool.close();
        vertx.close();
        proxy.close();
    }

    /** Every way in which something is asked of the database. */
    private enum Path {
        APPEND {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return test.append();
            }
        },
        HEAD {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return test.engine.head().toCompletionStage();
            }
        },
        TOKEN {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return test.engine.tokenAt(Instant.now(), null);
            }
        },
        EVENT {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return test.events.at(1);
            }
        },
        EVENTS_OF_A_TAG {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return test.events.tagged(test.tag, 0, 10);
            }
        },
        SOURCING {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return test.source();
            }
        },
        SOURCING_ON_AN_EVENT_LOOP {
            @Override
            CompletionStage<?> ask(UnresponsiveConnectionsTest test) {
                return CompletableFuture.supplyAsync(test::source, test::runOnLoop)
                        .thenCompose(sourced -> sourced);
            }
        };

        abstract CompletionStage<?> ask(UnresponsiveConnectionsTest test);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoeverAsksOnAMuteConnectionAndClosesIt(Path path) {
        await().atMost(SOON).until(() -> !failed(append()));
        await().atMost(SOON).until(() -> !failed(path.ask(this)));
        proxy.fallMute();

        var asked = path.ask(this).toCompletableFuture();

        assertThat(ended(asked)).succeedsWithin(SOON);
        await().atMost(SOON).until(() -> !failed(path.ask(this)));
    }

    @Test
    void opensAnotherConnectionWhereTheFirstFellMuteWhileItWasOpened() {
        proxy.strikeAfter(CuttingProxy.Side.ANSWER, 10, CuttingProxy.Fault.SILENCE);

        await().atMost(SOON).until(() -> !failed(engine.head().toCompletionStage()));
    }

    @Test
    void readsOnWhereTheLogIsQuietAfterAReadHasFailed() {
        var before = append().join() - 1;
        var last = append().join();
        proxy.fallMute();

        var seen = new TailStreamProbe(engine, before).take(last);

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, last).boxed().toList());
    }

    @Test
    void tellsForHowLongTheLogCannotBeReadUntilItCan() {
        var position = append().join();
        var stream = engine.stream(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(position)), null);
        await().atMost(SOON).until(() -> engine.unreadFor().isZero());

        proxy.refuse();

        await().atMost(SOON).until(() -> engine.unreadFor().toMillis() > 1_000);
        proxy.heal();
        await().atMost(SOON).until(() -> engine.unreadFor().isZero());
        stream.close();
    }

    private void runOnLoop(Runnable work) {
        loop.runOnContext(now -> work.run());
    }

    private static boolean failed(CompletionStage<?> asked) {
        return ended(asked).join();
    }

    /** @return whether it failed */
    private static CompletableFuture<Boolean> ended(CompletionStage<?> asked) {
        return asked.handle((answer, failure) -> failure != null).toCompletableFuture();
    }

    private CompletableFuture<?> source() {
        return engine.source(SourcingCondition.conditionFor(EventCriteria.havingTags(tag)), null)
                .reduce(0, (count, entry) -> count + 1);
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<Long> append() {
        var event = new GenericTaggedEventMessage<>(
                new GenericEventMessage(new MessageType("test", "Happened", "1"), "payload"), Set.of(tag));
        return engine.appendEvents(AppendCondition.none(), null, List.of(event))
                .thenCompose(prepared -> ((AppendTransaction<Long>) prepared).commit(null));
    }
}
