package io.parvis.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.parvis.edge.json.Concerns;
import io.parvis.edge.testing.Architecture;
import io.parvis.edge.testing.CarryTheirConstraints;
import io.parvis.edge.testing.DeclareWhoMay;
import io.parvis.edge.testing.RequestBodies;
import io.parvis.eventing.testing.OpensConnections;
import io.parvis.eventing.testing.Patterns;
import io.parvis.eventing.testing.ProductionClasses;
import io.parvis.eventloop.testing.SlowTests;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HttpMethod;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void knowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.parvis.presence..", "io.parvis.engagement..", "io.parvis.reputation..")
                .check(ProductionClasses.of("io.parvis.edge"));
    }

    @Test
    void opensNoConnections() {
        noClasses().should().callMethodWhere(new OpensConnections()).check(ProductionClasses.of("io.parvis.edge"));
    }

    @Test
    void saysOfEveryOperationWhoMay() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(new DeclareWhoMay())
                .check(ProductionClasses.of("io.parvis.edge"));
    }

    @Test
    void noticesAnOperationThatDoesNotSayWhoMay() {
        var carelessOnes = methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleName("CarelessResource")
                .should(new DeclareWhoMay());

        assertThat(carelessOnes
                        .evaluate(new ClassFileImporter().importPackages("io.parvis.edge"))
                        .getFailureReport()
                        .getDetails())
                .hasSize(4);
    }

    @Test
    void noticesARouteThatAsksNoDeclaration() {
        var unguarded = new ClassFileImporter().importPackages("io.parvis.edge");

        assertThat(Architecture.rulesOverRoutes().evaluate(unguarded).hasViolation())
                .isTrue();
    }

    @Test
    void noticesADeciderThatIsTestedByNobody() {
        var deciders = new ClassFileImporter().importPackages("io.parvis.edge");

        assertThat(Architecture.rulesOverDeciders()
                        .evaluate(deciders)
                        .getFailureReport()
                        .getDetails())
                .satisfiesExactlyInAnyOrder(
                        decider -> assertThat(decider).contains("NameThing"),
                        decider -> assertThat(decider).contains("PaintThing"));
    }

    @Test
    void noticesABodyThatHoldsAsMuchAsACallerLikes() {
        assertThat(RequestBodies.withoutBound(new ClassFileImporter().importPackages("io.parvis.edge")))
                .satisfiesExactlyInAnyOrder(
                        field -> assertThat(field).contains("ThingResource$Body.variants"),
                        field -> assertThat(field).contains("ThingResource$Body.any"));
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

    @Test
    void usesOnlyPatternsThatCostNoMoreThanTheirText() {
        assertThat(Patterns.thatCostMoreThanTheirText(ProductionClasses.of("io.parvis.edge")))
                .isEmpty();
    }

    /** A layer that is empty fails. */
    @Test
    void hasArrowsInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("problem")
                .definedBy("io.parvis.edge.problem..")
                .layer("value")
                .definedBy("io.parvis.edge.value..")
                .layer("access")
                .definedBy("io.parvis.edge.access..")
                .layer("json")
                .definedBy("io.parvis.edge.json..")
                .layer("brand")
                .definedBy("io.parvis.edge.brand..")
                .layer("document")
                .definedBy("io.parvis.edge.document..")
                .layer("web")
                .definedBy("io.parvis.edge.web..")
                .layer("operations")
                .definedBy("io.parvis.edge.operations..")
                .whereLayer("problem")
                .mayNotAccessAnyLayer()
                .whereLayer("value")
                .mayOnlyAccessLayers("problem")
                .whereLayer("access")
                .mayOnlyAccessLayers("problem", "value")
                .whereLayer("json")
                .mayOnlyAccessLayers("problem", "value")
                .whereLayer("brand")
                .mayOnlyAccessLayers("problem")
                .whereLayer("document")
                .mayOnlyAccessLayers("problem", "value", "access")
                .whereLayer("web")
                .mayOnlyAccessLayers("problem", "value", "access", "json")
                .whereLayer("operations")
                .mayNotBeAccessedByAnyLayer()
                .check(ProductionClasses.of("io.parvis.edge"));
    }

    @Test
    void hasNoCircles() {
        Architecture.freeOfCircles("io.parvis.edge").check(ProductionClasses.of("io.parvis.edge"));
    }

    @Test
    void noticesACircle() {
        assertThat(Architecture.freeOfCircles("io.parvis.edge.circle")
                        .evaluate(new ClassFileImporter().importPackages("io.parvis.edge.circle"))
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Slice left", "Slice right");
    }

    @Test
    void noticesAServiceThatIsNotThere() {
        assertThatThrownBy(() ->
                        Architecture.freeOfCircles("io.parvis.nowhere").check(ProductionClasses.of("io.parvis.edge")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
        assertThatThrownBy(() -> Architecture.checkService("nowhere")).isInstanceOf(AssertionError.class);
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
    void tagsWhatIsSlow() {
        assertThat(SlowTests.untagged("io.parvis.edge")).isEmpty();
    }
}
