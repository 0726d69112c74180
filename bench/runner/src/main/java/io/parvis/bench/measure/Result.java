package io.parvis.bench.measure;

import java.util.List;
import org.HdrHistogram.Histogram;

/** One contender over all rounds. */
public record Result(String name, List<Measurement> rounds) {

    /**
     * The median of the rounds' rates.
     *
     * @throws IllegalStateException where operations failed: their rate is nobody's measure
     */
    public double perSecond() {
        if (failed() > 0) {
            throw new IllegalStateException(name + " failed " + failed() + " times");
        }
        var rates = rates();
        int middle = rates.length / 2;
        return rates.length % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2;
    }

    public double slowest() {
        return rates()[0];
    }

    public double fastest() {
        var rates = rates();
        return rates[rates.length - 1];
    }

    private long failed() {
        return rounds.stream().mapToLong(Measurement::failed).sum();
    }

    /** Over all rounds, in milliseconds. */
    public double latencyMillis(double percentile) {
        var all = new Histogram(RunCounter.LONGEST, 3);
        rounds.forEach(round -> all.add(round.latency()));
        return all.getValueAtPercentile(percentile) / 1_000.0;
    }

    private double[] rates() {
        return rounds.stream().mapToDouble(Measurement::perSecond).sorted().toArray();
    }
}
