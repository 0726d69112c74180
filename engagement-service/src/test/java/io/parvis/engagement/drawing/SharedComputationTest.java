package io.parvis.engagement.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedComputationTest {

    private final AsyncCache<String, Integer> cache = Caffeine.newBuilder().buildAsync();
    private final CompletableFuture<Integer> work = new CompletableFuture<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** Whoever waits no longer has not lost its work: it asks again, and others may wait for it. */
    @Test
    void goesOnWithWhatSomebodyNoLongerWaitsFor() {
        var impatient = kept().subscribe().with(made -> {});
        var patient = kept().subscribeAsCompletionStage();

        impatient.cancel();
        work.complete(7);

        assertThat(patient).isCompletedWithValue(7);
        assertThat(kept().await().indefinitely()).isEqualTo(7);
        assertThat(begun).hasValue(1);
    }

    private Uni<Integer> kept() {
        return SharedComputation.in(cache, "key", () -> {
            begun.incrementAndGet();
            return Uni.createFrom().completionStage(work);
        });
    }
}
