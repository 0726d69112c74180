package io.parvis.edge.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.parvis.edge.access.AccessRule;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.DeciderWithNeeds;
import io.parvis.eventing.projection.StreamHandler;
import io.parvis.eventing.testing.OpensConnections;
import io.parvis.eventing.testing.Patterns;
import io.parvis.eventing.testing.ProductionClasses;
import io.parvis.eventing.testing.VersionedThings;
import io.parvis.eventloop.testing.NoTaskBlocksEventLoop;
import io.parvis.eventloop.testing.SlowTests;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.vertx.ext.web.Router;
import jakarta.validation.constraints.AssertTrue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The rules that hold the house up. Every rule fails where it finds nothing to hold: a rule over a package that does
 * not exist says nothing.
 */
public final class Architecture {

    private Architecture() {}

    /** What is true of every service: nothing of another service, and slices in the agreed shape. */
    public static void checkService(String service) {
        var base = "io.parvis." + service;
        var found = ProductionClasses.of(base);
        for (var rule : rulesOf(base)) {
            rule.allowEmptyShould(false).check(found);
        }
        rulesOverDeciders().allowEmptyShould(false).check(new ClassFileImporter().importPackages(base));
        assertThat(RequestBodies.withoutBound(found)).isEmpty();
        assertThat(ServiceLoader.load(QuarkusTestAfterEachCallback.class))
                .as("the detector behind every test")
                .hasAtLeastOneElementOfType(NoTaskBlocksEventLoop.class);
        assertThat(Patterns.thatCostMoreThanTheirText(found)).isEmpty();
        assertThat(VersionedThings.madeOutsideConstants(found)).isEmpty();
        assertThat(SlowTests.untagged(base)).isEmpty();
        assertThat(SlowTests.smoke(base))
                .as("stands for the API in ./parvis check")
                .hasSize(1);
        // A service may have no such rule, and no such route.
        rulesOverMembers().allowEmptyShould(true).check(found);
        rulesOverRoutes().allowEmptyShould(true).check(found);
    }

    /** Rules over several members of a body are told at one of them. */
    public static ArchRule rulesOverMembers() {
        return methods().that().areAnnotatedWith(AssertTrue.class).should(new ConcernAMember());
    }

    /** A decision that is tested by hand may be given what its boundary does not read. Looks among tests too. */
    public static ArchRule rulesOverDeciders() {
        return classes().that().implement(DeciderWithNeeds.class).should(new BeTestedThroughTheFixture());
    }

    /** Of what names a thing in events and commands: the service's own things, and those of others. */
    private static ArchRule identifiersAreTypes() {
        return classes()
                .that()
                .areAnnotatedWith(Event.class)
                .or()
                .implement(DeciderWithNeeds.class)
                .should(new NameThingsByTypes());
    }

    /** What two capabilities need of each other is a capability of its own, below both. */
    public static ArchRule freeOfCircles(String base) {
        return slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("whoever reads or changes one capability should not have to know all of a circle");
    }

    /** What is answered without Quarkus REST asks the declaration of an operation itself. */
    public static ArchRule rulesOverRoutes() {
        return classes()
                .that(describe("mount routes", Architecture::knowsRouter))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(AccessRule.class);
    }

    private static boolean knowsRouter(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Router.class));
    }

    private static List<ArchRule> rulesOf(String base) {
        return List.of(
                freeOfCircles(base),
                identifiersAreTypes(),
                classes()
                        .that()
                        .resideInAPackage(base + "..")
                        .should(new OnlyKnows(base))
                        .because("services communicate through the event store"),
                noClasses()
                        .that()
                        .resideInAPackage(base + "..write..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(base + "..read..")
                        .because("decisions read events, never views"),
                noClasses()
                        .that()
                        .resideInAPackage(base + "..event..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(base + "..write..", base + "..read..")
                        .because("events outlive the code around them"),
                classes()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .notBePublic()
                        .andShould()
                        .haveSimpleNameEndingWith("Resource"),
                classes()
                        .that()
                        .implement(Decider.class)
                        .should()
                        .notBePublic()
                        .andShould()
                        .resideInAPackage(base + "..write..")
                        .andShould()
                        .haveSimpleNameEndingWith("Handler"),
                methods()
                        .that()
                        .areMetaAnnotatedWith(HttpMethod.class)
                        .should(new DeclareWhoMay())
                        .because("what is declared is checked before a body is read, and nobody may do the rest"),
                methods()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .beMetaAnnotatedWith(HttpMethod.class)
                        .because("a method that only leads on to others would hide what they declare"),
                methods()
                        .that()
                        .areAnnotatedWith(GET.class)
                        .should(new DeclareWhatTheyRead())
                        .because("whoever sends a position waits for the views that are read, and for no other"),
                noClasses()
                        .should()
                        .callMethodWhere(new OpensConnections())
                        .because("a connection that is opened elsewhere waits without an end"),
                classes().that().implement(StreamHandler.class).should().notBePublic(),
                classes().that().areRecords().should(new CarryTheirConstraints()),
                classes().that().areAnnotatedWith(Event.class).should().beRecords());
    }
}
