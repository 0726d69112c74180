package io.parvis.engagement;

import io.parvis.edge.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void isBuiltAsAgreed() {
        Architecture.checkService("engagement");
    }
}
