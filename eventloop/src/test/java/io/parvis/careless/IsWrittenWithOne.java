package io.parvis.careless;

import org.junit.jupiter.api.Test;

/** As slow as what it uses. */
class IsWrittenWithOne {

    @Test
    void startsSomething() {
        new StartsAProcess().startsSomething();
    }
}
