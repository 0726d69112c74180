package io.parvis.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders side by side: each is warmed up, then rounds go there and back (A B C, C B A, A B C, …), so that a machine
 * that grows slower or faster meanwhile favours nobody.
 */
public record Comparison(Duration warmUp, Duration round, int rounds) {

    public List<Result> of(List<? extends Contender> contenders) throws InterruptedException {
        var measured = new HashMap<String, List<Measurement>>();
        for (var contender : contenders) {
            System.out.printf("  warming up %s%n", contender.name());
            contender.run(warmUp);
            measured.put(contender.name(), new ArrayList<>());
        }
        for (int number = 0; number < rounds; number++) {
            for (var contender : number % 2 == 0 ? contenders : contenders.reversed()) {
                var measurement = contender.run(round);
                System.out.printf(
                        "  round %d of %d  %-44s %,9.0f /s  p99 %.1f ms%s%n",
                        number + 1,
                        rounds,
                        contender.name(),
                        measurement.perSecond(),
                        measurement.latency().getValueAtPercentile(99) / 1_000.0,
                        measurement.failed() == 0 ? "" : "  " + measurement.failed() + " FAILED");
                measured.get(contender.name()).add(measurement);
            }
        }
        return contenders.stream()
                .map(contender -> new Result(contender.name(), measured.get(contender.name())))
                .toList();
    }

    public String inWords() {
        return "%d rounds of %d s each in ABBA order, after %d s of warming up"
                .formatted(rounds, round.toSeconds(), warmUp.toSeconds());
    }

    /** Results by name, for ratios. */
    public static Map<String, Result> byName(List<Result> results) {
        var named = new HashMap<String, Result>();
        results.forEach(result -> named.put(result.name(), result));
        return named;
    }
}
