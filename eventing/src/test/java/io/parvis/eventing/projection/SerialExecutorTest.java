package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an automation does, it does in the order in which it was asked, and nothing more once something has failed. */
class SerialExecutorTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final SerialExecutor order = new SerialExecutor(vertx);

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void doesOneThingAfterTheOther() {
        var done = new ArrayList<String>();
        var first = new CompletableFuture<String>();

        order.run(() -> first.thenApply(value -> done.add(value)));
        var second = order.run(() -> CompletableFuture.completedFuture(done.add("second")));
        first.complete("first");

        assertThat(second).succeedsWithin(TIMEOUT);
        assertThat(done).isEqualTo(List.of("first", "second"));
    }

    @Test
    void doesNothingMoreAfterAFailure() {
        var begun = new AtomicInteger();
        var failed = order.run(() -> {
            throw new IllegalStateException("broken");
        });

        var after = order.run(() -> CompletableFuture.completedFuture(begun.incrementAndGet()));

        assertThat(failed).failsWithin(TIMEOUT);
        assertThat(after).failsWithin(TIMEOUT).withThrowableThat().withMessageContaining("broken");
        assertThat(begun).hasValue(0);
    }
}
