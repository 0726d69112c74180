package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.event.UpcasterChain;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that come one by one are handed on a few at a time. */
@org.junit.jupiter.api.Tag("slow")
class PausedStreamTest {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = EngineUnderTest.pool(vertx);
    private final Tag tag = Tag.of("paused", UUID.randomUUID().toString());
    private final AtomicInteger handedOn = new AtomicInteger();
    private final AtomicInteger seen = new AtomicInteger();

    @AfterEach
    void close() {
        pool.close();
        vertx.close();
    }

    @Test
    void handsTheFirstOnAtOnceAndWhatComesSoonAfterTogether() {
        var pause = Duration.ofMillis(500);
        try (var engine = pausing(pause)) {
            follow(engine);
            append(engine, 1);
            await().until(() -> seen.get() == 1);
            long began = System.nanoTime();
            IntStream.range(0, 40).forEach(i -> append(engine, 1));
            await().until(() -> seen.get() == 41);

            long pauses = (System.nanoTime() - began) / pause.toNanos() + 1;
            assertThat(handedOn.get()).isLessThanOrEqualTo((int) pauses + 1);
        }
    }

    @Test
    void handsManyOnAtOnce() {
        try (var engine = pausing(Duration.ofHours(1))) {
            follow(engine);
            append(engine, 1);
            await().until(() -> seen.get() == 1);
            append(engine, 100);

            await().untilAsserted(() -> assertThat(seen).hasValue(101));
        }
    }

    private PostgresEventStorageEngine pausing(Duration pause) {
        return new PostgresEventStorageEngine(
                vertx,
                EngineUnderTest.database(),
                pool,
                EngineUnderTest.CONVERTER,
                new UpcasterChain(List.of()),
                EngineUnderTest.config(Map.of("parvis.event-store.stream-pause", pause.toString())));
    }

    private void follow(PostgresEventStorageEngine engine) {
        long head = engine.head().toCompletionStage().toCompletableFuture().join();
        var stream = engine.stream(
                StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(head), EventCriteria.havingTags(tag)),
                null);
        stream.setCallback(() -> take(stream));
    }

    private void take(MessageStream<EventMessage> stream) {
        handedOn.incrementAndGet();
        while (stream.next().isPresent()) {
            seen.incrementAndGet();
        }
    }

    private void append(PostgresEventStorageEngine engine, int events) {
        var messages = IntStream.range(0, events)
                .<TaggedEventMessage<?>>mapToObj(i -> new GenericTaggedEventMessage<>(
                        new GenericEventMessage(new MessageType("test", "Paused", "1"), "\"payload\""), Set.of(tag)))
                .toList();
        engine.appendEvents(AppendCondition.none(), null, messages)
                .thenCompose(transaction -> transaction.commit(null))
                .join();
    }
}
