package io.parvis.suite.document;

import java.util.List;
import java.util.SplittableRandom;

/** What is left to chance, by a seed. */
record Choice(SplittableRandom random) {

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    Choice split() {
        return new Choice(random.split());
    }

    /** Letters that mean nothing. */
    String word(int length) {
        var letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
