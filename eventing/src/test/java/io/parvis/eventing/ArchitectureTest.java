package io.parvis.eventing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.testing.OpensConnections;
import io.parvis.eventing.testing.Patterns;
import io.parvis.eventing.testing.ProductionClasses;
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

    @Test
    void keepsTheStoreFreeOfWhatStandsOnIt() {
        noClasses()
                .that()
                .resideInAPackage("io.parvis.eventing.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.parvis.eventing.command..",
                        "io.parvis.eventing.projection..",
                        "io.parvis.eventing.todo..",
                        "io.parvis.eventing.axon..")
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
}
