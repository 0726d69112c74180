package io.parvis.torture.nemesis;

import java.util.random.RandomGenerator.SplittableGenerator;

/** What a fault does. */
interface Strike {
    String now(SplittableGenerator random) throws Exception;
}
