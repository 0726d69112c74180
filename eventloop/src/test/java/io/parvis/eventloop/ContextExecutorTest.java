package io.parvis.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextExecutorTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void bringsTheAnswerOfAnotherThreadBack() {
        var answeredOn = new CompletableFuture<Context>();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            context.runOnContext(
                    now -> ContextExecutor.emitOnCaller(Uni.createFrom().item(1).emitOn(elsewhere))
                            .subscribe()
                            .with(done -> answeredOn.complete(Vertx.currentContext())));

            assertThat(answeredOn).succeedsWithin(TIMEOUT).isSameAs(context);
        }
    }

    @Test
    void bringsAFailureBackAsWell() {
        var answeredOn = new CompletableFuture<Context>();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            context.runOnContext(now -> ContextExecutor.emitOnCaller(Uni.createFrom()
                            .failure(new IllegalStateException())
                            .emitOn(elsewhere))
                    .subscribe()
                    .with(done -> {}, failed -> answeredOn.complete(Vertx.currentContext())));

            assertThat(answeredOn).succeedsWithin(TIMEOUT).isSameAs(context);
        }
    }

    @Test
    void goesOnAtOnceWhereItIsThereAlready() {
        var threads = new CompletableFuture<Boolean>();

        context.runOnContext(now -> {
            var inOneGo = new boolean[1];
            ContextExecutor.current().execute(() -> inOneGo[0] = true);
            threads.complete(inOneGo[0]);
        });

        assertThat(threads).succeedsWithin(TIMEOUT).isEqualTo(true);
    }

    /** Quarkus hands its workers the context of whoever gave them the work. */
    @Test
    void leavesAWorkerThatCarriesTheContext() {
        var onLoop = new CompletableFuture<Boolean>();

        context.runOnContext(now -> {
            var back = ContextExecutor.current();
            context.<Void>executeBlocking(() -> {
                back.execute(() -> onLoop.complete(Context.isOnEventLoopThread()));
                return null;
            });
        });

        assertThat(onLoop).succeedsWithin(TIMEOUT).isEqualTo(true);
    }

    @Test
    void answersWhereItArisesWhereThereIsNoContext() {
        assertThat(ContextExecutor.emitOnCaller(Uni.createFrom().item(1))
                        .await()
                        .atMost(TIMEOUT))
                .isEqualTo(1);
    }
}
