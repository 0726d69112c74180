package io.parvis.bench.measure;

import org.HdrHistogram.Histogram;

/**
 * One contender in one round.
 *
 * @param done operations that succeeded
 * @param failed operations that did not; a figure with failures is no figure
 * @param latency of those that succeeded, in microseconds
 */
public record Measurement(long done, long failed, double seconds, Histogram latency) {

    public double perSecond() {
        return done / seconds;
    }
}
