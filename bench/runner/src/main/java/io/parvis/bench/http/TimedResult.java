package io.parvis.bench.http;

import java.util.concurrent.Callable;

/** What something gave, and how long it took. */
record TimedResult<T>(T value, double seconds) {

    static <T> TimedResult<T> of(Callable<T> work) throws Exception {
        long began = System.nanoTime();
        var value = work.call();
        return new TimedResult<>(value, (System.nanoTime() - began) / 1e9);
    }
}
