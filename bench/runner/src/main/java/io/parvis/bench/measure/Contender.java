package io.parvis.bench.measure;

import java.time.Duration;

/** Something whose speed is measured beside others'. */
public interface Contender extends AutoCloseable {

    String name();

    /** Works as fast as it can for that long. */
    Measurement run(Duration duration) throws InterruptedException;

    @Override
    default void close() {}
}
