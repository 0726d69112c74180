package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.event.EventJsonConverter;
import io.parvis.eventing.store.TransientFailure;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.messaging.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other processes are always faster. */
class ContentionTest {

    private static final int ATTEMPTS = 26;

    private record Want(String thing) {}

    @Event(namespace = "test", name = "HappenedToOthers", version = "1")
    private record Happened() {}

    private static final class Wanting implements Decider<Want, String> {

        @Override
        public Boundary boundary(Want command) {
            return Boundary.reading(Criterion.tagged(Tag.of("thing", command.thing()), Happened.class));
        }

        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, Object event) {
            return state;
        }

        @Override
        public List<?> decide(Want command, String state, Instant now) {
            return List.of();
        }
    }

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void spacesItsAttemptsOutAndSaysThatItIsTooContendedWhichPasses() {
        var attempts = new ConcurrentLinkedQueue<Long>();
        var bus = new SimpleCommandBus(new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE), List.of());
        bus.subscribe(new MessageType(Want.class).qualifiedName(), (command, processing) -> {
            attempts.add(System.nanoTime());
            return MessageStream.failed(
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(ConsistencyMarker.ORIGIN));
        });
        var converter = new DelegatingEventConverter(new DelegatingMessageConverter(new EventJsonConverter()));
        var deciders = new Deciders(List.of(new Wanting()), List.of(), converter, Clock.systemUTC());
        var commands = new Commands(vertx, bus, deciders, () -> Duration.ofMinutes(1));

        var sent = commands.send(new Want("it"), new CommandContext("correlation", "cause", "test", null, null))
                .subscribeAsCompletionStage();

        assertThatThrownBy(sent::join)
                .hasCauseInstanceOf(TooManyConflicts.class)
                .satisfies(failure -> assertThat(TransientFailure.in(failure)).isTrue());
        var times = List.copyOf(attempts);
        assertThat(times).hasSize(ATTEMPTS);
        var waited = Duration.ofNanos(times.getLast() - times.getFirst());
        assertThat(waited).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
    }
}
