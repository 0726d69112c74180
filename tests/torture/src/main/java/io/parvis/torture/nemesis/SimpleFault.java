package io.parvis.torture.nemesis;

import java.util.random.RandomGenerator.SplittableGenerator;

/** A fault of a few lines. */
record SimpleFault(String name, FaultAction does) implements Fault {

    @Override
    public String inject(SplittableGenerator random) throws Exception {
        return does.now(random);
    }
}
