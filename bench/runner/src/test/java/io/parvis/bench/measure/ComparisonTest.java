package io.parvis.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final List<String> ran = new ArrayList<>();

    @Test
    void goesThereAndBackSoThatNobodyIsFavoured() throws InterruptedException {
        new Comparison(Duration.ofSeconds(1), Duration.ofSeconds(2), 3)
                .of(List.of(contender("a"), contender("b"), contender("c")));

        assertThat(String.join("", ran)).isEqualTo("abc" + "abc" + "cba" + "abc");
    }

    @Test
    void doesNotCountTheWarmUp() throws InterruptedException {
        var results = new Comparison(Duration.ofSeconds(1), Duration.ofSeconds(2), 3).of(List.of(contender("a")));

        assertThat(results.getFirst().rounds()).hasSize(3);
    }

    @Test
    void tellsTheMedianOfTheRounds() {
        var result = new Result("a", List.of(measurement(300, 0), measurement(100, 0), measurement(120, 0)));

        assertThat(result.perSecond()).isEqualTo(120);
    }

    @Test
    void givesNoRateOfWhatFailed() {
        var result = new Result("a", List.of(measurement(300, 0), measurement(100, 1)));

        assertThatThrownBy(result::perSecond).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void printsALossAsALoss() {
        var report = new BenchReport("Loss", "test", "About.", Machine.here("18"));

        report.promise("ours : theirs", 0.7, 1.0).promise("ours : another's", 1.2, 1.0);

        assertThat(report.missed()).isEqualTo(1);
    }

    @Test
    void keepsThePaceWhateverAnAnswerTakes() {
        var slow = new PacedLoop(
                "slow",
                2,
                100,
                client -> CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(40, TimeUnit.MILLISECONDS)));

        var measured = slow.run(Duration.ofMillis(400));

        // Two clients, 20 ms apart each, 40 ms an answer: they fall behind, and their waiting counts.
        assertThat(measured.latency().getValueAtPercentile(99)).isGreaterThan(100_000);
    }

    private Contender contender(String name) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Measurement run(Duration duration) {
                ran.add(name);
                return measurement(1, 0);
            }
        };
    }

    private static Measurement measurement(long done, long failed) {
        return new Measurement(done, failed, 1, new Histogram(1_000, 3));
    }
}
