package io.parvis.torture.nemesis;

import java.util.random.RandomGenerator.SplittableGenerator;

/** One way in which things go wrong. */
interface Fault {

    /** As the log of faults calls it. */
    String name();

    /**
     * Lets it happen; returns when it is over.
     *
     * @return what happened, for the log; empty where there was nothing to do it to
     * @throws Exception where another fault was in the way
     */
    String inject(SplittableGenerator random) throws Exception;
}
