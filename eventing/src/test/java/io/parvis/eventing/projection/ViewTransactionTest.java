package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A driver that does not answer: one that forgets to, or whose connection is silent. */
class ViewTransactionTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void givesACommitUpThatIsNeverAnswered() throws Exception {
        var transaction = over(work -> work.chain(done -> Uni.createFrom().nothing()));

        assertThat(transaction.run(session -> done("read")).get(5, TimeUnit.SECONDS))
                .isEqualTo("read");
        assertGivenUp(transaction.commit());
    }

    @Test
    void givesWorkUpThatIsNeverAnsweredAndAllBehindIt() throws Exception {
        var transaction = over(work -> work);

        var first = transaction.run(session -> new CompletableFuture<String>());
        var second = transaction.run(session -> done("never reached"));

        assertGivenUp(first);
        assertGivenUp(second);
        assertThat(transaction.run(session -> done("too late"))).isCompletedExceptionally();
        transaction.rollback().get(5, TimeUnit.SECONDS);
    }

    @Test
    void givesUpToBeginAtAll() {
        var transaction = over(work -> Uni.createFrom().nothing());

        assertGivenUp(transaction.run(session -> done("never reached")));
    }

    @Test
    void waitsForWhoeverHasNothingToDoYet() throws Exception {
        var transaction = over(work -> work);
        transaction.run(session -> done("one")).get(5, TimeUnit.SECONDS);

        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                .join();

        assertThat(transaction.run(session -> done("two")).get(5, TimeUnit.SECONDS))
                .isEqualTo("two");
        transaction.commit().get(5, TimeUnit.SECONDS);
    }

    private static CompletableFuture<String> done(String what) {
        return CompletableFuture.completedFuture(what);
    }

    private static void assertGivenUp(CompletableFuture<?> waiting) {
        assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
    }

    /** @param driver what becomes of the work of a transaction */
    @SuppressWarnings("unchecked")
    private ViewTransaction over(UnaryOperator<Uni<Object>> driver) {
        var sessions = (Mutiny.SessionFactory) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Mutiny.SessionFactory.class}, (proxy, method, given) -> {
                    var work = (BiFunction<Mutiny.Session, Mutiny.Transaction, Uni<Object>>) given[0];
                    return driver.apply(Uni.createFrom().deferred(() -> work.apply(null, null)));
                });
        return new ViewTransaction(vertx, sessions, Duration.ofMillis(200));
    }
}
