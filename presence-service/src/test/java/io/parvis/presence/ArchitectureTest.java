package io.parvis.presence;

import io.parvis.eventing.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void isBuiltAsAgreed() {
        Architecture.checkService("presence");
    }
}
