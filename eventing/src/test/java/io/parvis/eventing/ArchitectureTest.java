package io.parvis.eventing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.testing.OpensConnections;
import io.parvis.eventing.testing.Patterns;
import io.parvis.eventing.testing.ProductionClasses;
import io.parvis.eventloop.testing.SlowTests;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void knowsNoHttpAndNoDomain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.parvis.edge..",
                        "io.parvis.presence..",
                        "io.parvis.engagement..",
                        "io.parvis.reputation..",
                        "io.parvis.contracts..")
                .check(ProductionClasses.of("io.parvis.eventing"));
    }

    /** A layer that is empty fails. */
    @Test
    void hasArrowsInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("id")
                .definedBy("io.parvis.eventing.id..")
                .layer("event")
                .definedBy("io.parvis.eventing.event..")
                .layer("store")
                .definedBy("io.parvis.eventing.store..")
                .layer("schema")
                .definedBy("io.parvis.eventing.schema..")
                .layer("command")
                .definedBy("io.parvis.eventing.command..")
                .layer("projection")
                .definedBy("io.parvis.eventing.projection..")
                .layer("todo")
                .definedBy("io.parvis.eventing.todo..")
                .layer("assembly")
                .definedBy("io.parvis.eventing.assembly..")
                .whereLayer("id")
                .mayNotAccessAnyLayer()
                .whereLayer("event")
                .mayNotAccessAnyLayer()
                .whereLayer("store")
                .mayOnlyAccessLayers("event")
                .whereLayer("schema")
                .mayOnlyAccessLayers("store")
                .whereLayer("command")
                .mayOnlyAccessLayers("event", "store")
                .whereLayer("projection")
                .mayOnlyAccessLayers("event", "store", "schema", "command")
                .whereLayer("todo")
                .mayOnlyAccessLayers("id", "event", "store", "command")
                .whereLayer("assembly")
                .mayNotBeAccessedByAnyLayer()
                .check(ProductionClasses.of("io.parvis.eventing"));
    }

    @Test
    void noticesALayerThatIsNotThere() {
        var overNothing = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("nowhere")
                .definedBy("io.parvis.eventing.nowhere..");

        assertThatThrownBy(() -> overNothing.check(ProductionClasses.of("io.parvis.eventing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nowhere");
    }

    /** Whoever measures or tests it needs no container; the name of its connections is all that it knows of one. */
    @Test
    void keepsTheStoreFreeOfBeans() {
        noClasses()
                .that()
                .resideInAPackage("io.parvis.eventing.store..")
                .and()
                .doNotBelongToAnyOf(EventStoreDatabase.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus.arc..", "io.quarkus.runtime..")
                .check(ProductionClasses.of("io.parvis.eventing"));
    }

    @Test
    void opensConnectionsWhereTheyAreGivenAnEnd() {
        noClasses()
                .that()
                // Its addresses are given an end themselves.
                .doNotBelongToAnyOf(StoreProvisioning.class)
                .should()
                .callMethodWhere(new OpensConnections())
                .check(ProductionClasses.of("io.parvis.eventing"));
    }

    @Test
    void noticesAConnectionThatIsOpenedElsewhere() {
        assertThat(noClasses()
                        .should()
                        .callMethodWhere(new OpensConnections())
                        .evaluate(new ClassFileImporter().importClasses(StoreProvisioning.class, OpensAPool.class))
                        .getFailureReport()
                        .getDetails())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    static final class OpensAPool {
        Pool pool() {
            return Pool.pool(new PgConnectOptions());
        }
    }

    @Test
    void usesOnlyPatternsThatCostNoMoreThanTheirText() {
        assertThat(Patterns.thatCostMoreThanTheirText(ProductionClasses.of("io.parvis.eventing")))
                .isEmpty();
    }

    @Test
    void noticesPatternsThatCostMoreThanTheirText() {
        assertThat(Patterns.thatCostMoreThanTheirText(new ClassFileImporter().importClasses(CostlyPatterns.class)))
                .hasSize(5);
    }

    @Test
    void hasNoCircles() {
        slices().matching("io.parvis.eventing.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ProductionClasses.of("io.parvis.eventing"));
    }

    @Test
    void noticesARuleThatHoldsNothing() {
        var overNothing = classes()
                .that()
                .resideInAPackage("io.parvis.nowhere..")
                .should()
                .bePublic();

        assertThatThrownBy(() -> overNothing.check(ProductionClasses.of("io.parvis.eventing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void tagsWhatIsSlow() {
        assertThat(SlowTests.untagged("io.parvis.eventing")).isEmpty();
    }
}
