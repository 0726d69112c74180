package io.parvis.torture.nemesis;

import java.util.random.RandomGenerator.SplittableGenerator;

/** What a fault does. */
interface FaultAction {
    String now(SplittableGenerator random) throws Exception;
}
