package io.parvis.engagement;

import io.parvis.edge.testing.Architecture;
import io.parvis.eventing.testing.ProductionClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void isBuiltAsAgreed() {
        Architecture.checkService("engagement");
    }

    @Test
    void namesThingsByTypes() {
        Architecture.identifiersAreTypes().allowEmptyShould(false).check(ProductionClasses.of("io.parvis.engagement"));
    }
}
