package io.parvis.careless;

import org.junit.jupiter.api.Test;

/** Slow, and does not say so; its name keeps it from being run. */
class StartsAProcess {

    @Test
    void startsSomething() {
        new ProcessBuilder("true");
    }
}
