package io.parvis.engagement.drawing;

import com.github.benmanes.caffeine.cache.AsyncCache;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/** What is made once, off the event loops, and answered on the Vert.x context it was asked on. */
public final class SharedComputation {

    private SharedComputation() {}

    /**
     * Two who ask at once wait for the same work; a failure is not kept. Whoever leaves before it is done takes it from nobody:
     * it goes on, and is found by whoever asks next.
     */
    public static <K, V> Uni<V> in(AsyncCache<K, V> cache, K key, Supplier<Uni<V>> make) {
        return ContextExecutor.emitOnCaller(Uni.createFrom()
                .completionStage(
                        () -> cache.get(key, (of, executor) -> make.get().subscribeAsCompletionStage())
                                // What a caller who leaves cancels is its own.
                                .copy()));
    }

    public static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
