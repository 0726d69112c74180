package io.parvis.eventing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void knowsNoDomain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.parvis.presence..",
                        "io.parvis.engagement..",
                        "io.parvis.reputation..",
                        "io.parvis.contracts..")
                .check(Architecture.of("io.parvis.eventing"));
    }

    @Test
    void keepsTheStoreFreeOfWhatStandsOnIt() {
        noClasses()
                .that()
                .resideInAPackage("io.parvis.eventing.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.parvis.eventing.command..", "io.parvis.eventing.projection..", "io.parvis.eventing.edge..")
                .check(Architecture.of("io.parvis.eventing"));
    }

    @Test
    void hasNoCircles() {
        slices().matching("io.parvis.eventing.(*)..")
                .should()
                .beFreeOfCycles()
                .check(Architecture.of("io.parvis.eventing"));
    }

    @Test
    void noticesARuleThatHoldsNothing() {
        var overNothing = classes()
                .that()
                .resideInAPackage("io.parvis.nowhere..")
                .should()
                .bePublic();

        assertThatThrownBy(() -> overNothing.check(Architecture.of("io.parvis.eventing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
        assertThatThrownBy(() -> Architecture.checkService("nowhere")).isInstanceOf(AssertionError.class);
    }
}
