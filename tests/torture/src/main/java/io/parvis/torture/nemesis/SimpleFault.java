package io.parvis.torture.nemesis;

import java.util.random.RandomGenerator.SplittableGenerator;

/** A fault of a few lines. */
record SimpleFault(String name, Strike does) implements Fault {

    @Override
    public String strike(SplittableGenerator random) throws Exception {
        return does.now(random);
    }
}
