package io.parvis.bench;

/** One comparison of things that do the same. */
public interface Bench {

    /** @return the number of promises that this run did not keep */
    int run(BenchOptions settings) throws Exception;
}
