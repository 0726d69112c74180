package io.parvis.reputation;

import io.parvis.edge.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void isBuiltAsAgreed() {
        Architecture.checkService("reputation");
    }
}
