package io.parvis.eventing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.parvis.eventing.edge.Concerns;
import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.testing.Architecture;
import io.parvis.eventing.testing.CarryTheirConstraints;
import io.parvis.eventing.testing.DeclareWhoMay;
import io.parvis.eventing.testing.OpensConnections;
import io.parvis.eventing.testing.Patterns;
import io.parvis.eventing.testing.RequestBodies;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HttpMethod;
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
    void opensConnectionsWhereTheyAreGivenAnEnd() {
        noClasses()
                .that()
                // Its addresses are given an end themselves.
                .doNotBelongToAnyOf(StoreProvisioning.class)
                .should()
                .callMethodWhere(new OpensConnections())
                .check(Architecture.of("io.parvis.eventing"));
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
    void saysOfEveryOperationWhoMay() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(new DeclareWhoMay())
                .check(Architecture.of("io.parvis.eventing"));
    }

    @Test
    void noticesAnOperationThatDoesNotSayWhoMay() {
        var carelessOnes = methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleName("CarelessResource")
                .should(new DeclareWhoMay());

        assertThat(carelessOnes
                        .evaluate(new ClassFileImporter().importPackages("io.parvis.eventing.edge"))
                        .getFailureReport()
                        .getDetails())
                .hasSize(4);
    }

    @Test
    void noticesABodyThatHoldsAsMuchAsACallerLikes() {
        assertThat(RequestBodies.withoutBound(new ClassFileImporter().importPackages("io.parvis.eventing.edge")))
                .satisfiesExactlyInAnyOrder(
                        field -> assertThat(field).contains("ThingResource$Body.variants"),
                        field -> assertThat(field).contains("ThingResource$Body.any"));
    }

    @Test
    void usesOnlyPatternsThatCostNoMoreThanTheirText() {
        assertThat(Patterns.thatCostMoreThanTheirText(Architecture.of("io.parvis.eventing")))
                .isEmpty();
    }

    @Test
    void noticesPatternsThatCostMoreThanTheirText() {
        assertThat(Patterns.thatCostMoreThanTheirText(new ClassFileImporter().importClasses(CostlyPatterns.class)))
                .hasSize(5);
    }

    @Test
    void noticesARuleThatIsToldNowhere() {
        var careless = new ClassFileImporter().importClasses(ToldNowhere.class);

        assertThat(Architecture.rulesOverMembers()
                        .evaluate(careless)
                        .getFailureReport()
                        .getDetails())
                .hasSize(2);
    }

    @Test
    void noticesAConstraintThatIsNeverLookedAt() {
        var careless = classes().should(new CarryTheirConstraints());

        assertThat(careless.evaluate(new ClassFileImporter().importClasses(ConstrainedInType.class))
                        .getFailureReport()
                        .getDetails())
                .hasSize(1);
    }

    record ToldNowhere(int number) {

        @AssertTrue
        boolean isFine() {
            return true;
        }

        @AssertTrue
        @Concerns("nothing")
        boolean isGood() {
            return true;
        }
    }

    record ConstrainedInType(@NotNull String text, java.lang.@NotNull Object any) {}

    @Test
    void hasNoCircles() {
        Architecture.freeOfCircles("io.parvis.eventing").check(Architecture.of("io.parvis.eventing"));
    }

    @Test
    void noticesACircle() {
        assertThat(Architecture.freeOfCircles("io.parvis.eventing.circle")
                        .evaluate(new ClassFileImporter().importPackages("io.parvis.eventing.circle"))
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Slice left", "Slice right");
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
        assertThatThrownBy(() ->
                        Architecture.freeOfCircles("io.parvis.nowhere").check(Architecture.of("io.parvis.eventing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
        assertThatThrownBy(() -> Architecture.checkService("nowhere")).isInstanceOf(AssertionError.class);
    }
}
