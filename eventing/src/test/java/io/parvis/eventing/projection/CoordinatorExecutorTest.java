package io.parvis.eventing.projection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoordinatorExecutorTest {

    private final CoordinatorExecutor executor = new CoordinatorExecutor("test.processor");

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    /** Called as Axon's is. */
    private static final class CoordinationTask implements Runnable {
        @Override
        public void run() {
            throw new UnsupportedOperationException("never due");
        }
    }

    @Test
    void throwsAwayWhatAnEarlierCoordinationHadPlanned() {
        var planned = executor.schedule(() -> {}, 4, SECONDS);

        var begun = executor.schedule(new CoordinationTask(), 4_000, MILLISECONDS);

        assertThat(executor.getQueue()).doesNotContain((Runnable) planned).containsExactly((Runnable) begun);
    }

    @Test
    void beginsAnewSoonHoweverOftenItFailed() {
        assertThat(executor.schedule(new CoordinationTask(), 60_000, MILLISECONDS)
                        .getDelay(MILLISECONDS))
                .isBetween(1L, 5_000L);
    }

    @Test
    void looksForWorkersSoonAndWaitsOtherwiseAsItIsTold() {
        assertThat(executor.schedule(() -> {}, 100, MILLISECONDS).getDelay(MILLISECONDS))
                .isLessThan(10);
        assertThat(executor.schedule(() -> {}, 3_000, MILLISECONDS).getDelay(MILLISECONDS))
                .isGreaterThan(2_000);
    }
}
