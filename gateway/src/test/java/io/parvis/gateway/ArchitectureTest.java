package io.parvis.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.parvis.eventloop.testing.NoTaskBlocksEventLoop;
import io.parvis.eventloop.testing.SlowTests;
import io.quarkus.runtime.Startup;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.parvis.gateway");

    @Test
    void knowsNoOtherPartOfTheSuite() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.parvis..")
                        .and(resideOutsideOfPackages(
                                "io.parvis.gateway..", "io.parvis.wire..", "io.parvis.eventloop..")))
                .check(GATEWAY);
    }

    @Test
    void hasNoCircles() {
        slices().matching("io.parvis.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void carriesRequestsWithoutKnowingWhoSendsThem() {
        noClasses()
                .that()
                .resideInAPackage("io.parvis.gateway.proxy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.parvis.gateway.key", "io.parvis.gateway.routing")
                .check(GATEWAY);
    }

    @Test
    void keysKnowNothingOfDoorsAndProxies() {
        noClasses()
                .that()
                .resideInAPackage("io.parvis.gateway.key")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.parvis.gateway.proxy", "io.parvis.gateway.routing")
                .check(GATEWAY);
    }

    @Test
    void judgesClientsWithoutKnowingWhatTheyWant() {
        noClasses()
                .that()
                .resideInAPackage("io.parvis.gateway.client")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.parvis.gateway.key", "io.parvis.gateway.routing", "io.parvis.gateway.proxy")
                .check(GATEWAY);
    }

    /** What cannot work is told when the gateway starts, and not to the first who asks. */
    @Test
    void readsItsConfigurationWhenItStarts() {
        classes()
                .that()
                .areAnnotatedWith(ApplicationScoped.class)
                .and(describe("read configuration", ArchitectureTest::readsConfiguration))
                .and()
                .doNotImplement(HttpServerOptionsCustomizer.class)
                .should()
                .beAnnotatedWith(Startup.class)
                .check(GATEWAY);
    }

    private static boolean readsConfiguration(JavaClass type) {
        return type.getConstructors().stream()
                .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                .anyMatch(parameter -> parameter.getSimpleName().equals("GatewayConfig")
                        || parameter.getSimpleName().equals("TokenConfig"));
    }

    @Test
    void hasTheBlockingTaskDetectorBehindEveryTest() {
        assertThat(ServiceLoader.load(QuarkusTestAfterEachCallback.class))
                .hasAtLeastOneElementOfType(NoTaskBlocksEventLoop.class);
    }

    /** A rule about a package that does not exist holds, and says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"api", "client", "routing", "health", "key", "problem", "proxy", "service"})
    void hasThePackagesThatTheRulesSpeakOf(String name) {
        assertThat(GATEWAY.stream().map(type -> type.getPackageName())).contains("io.parvis.gateway." + name);
    }

    @Test
    void tagsWhatIsSlow() {
        assertThat(SlowTests.untagged("io.parvis.gateway")).isEmpty();
        assertThat(SlowTests.smoke("io.parvis.gateway")).hasSize(1);
    }
}
