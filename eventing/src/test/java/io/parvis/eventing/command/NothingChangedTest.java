package io.parvis.eventing.command;

import io.parvis.eventing.testing.GoldenEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class NothingChangedTest {

    @Test
    void standsInTheLogAsItAlwaysDid() {
        GoldenEvents.check("io.parvis.eventing", List.of(new NothingChanged("t0")));
    }
}
