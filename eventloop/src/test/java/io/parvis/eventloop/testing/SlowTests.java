package io.parvis.eventloop.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@code ./parvis check} leaves to {@code ./parvis test}: whatever starts a service, a database or another process is
 * tagged {@code slow}. One of a service's slow tests is tagged {@code smoke} as well, and runs in both.
 */
public final class SlowTests {

    private static final String SERVICE = "io.quarkus.test.junit.QuarkusTest";
    /** By name: who knows the class starts something. */
    private static final Set<String> STARTERS =
            Set.of("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", "java.lang.ProcessBuilder");

    private SlowTests() {}

    /** Those of a package that start something, by themselves or through what they are written with, and do not say so. */
    public static List<String> untagged(String base) {
        var written = tests();
        return testsOf(base, written)
                .filter(test -> startsSomething(test, written) && !isTagged(test, "slow"))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** Those of a package that stand for its API. */
    public static List<String> smoke(String base) {
        return testsOf(base, tests())
                .filter(test -> isTagged(test, "smoke"))
                .map(JavaClass::getName)
                .toList();
    }

    private static JavaClasses tests() {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("/test-classes/") || location.contains("-tests.jar"))
                .importPackages("io.parvis");
    }

    private static Stream<JavaClass> testsOf(String base, JavaClasses classes) {
        return classes.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith(base + "."))
                .filter(type ->
                        type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class)));
    }

    private static boolean startsSomething(JavaClass test, JavaClasses written) {
        if (test.isAnnotatedWith(SERVICE)) {
            return true;
        }
        var seen = new HashSet<JavaClass>(Set.of(test));
        var next = new ArrayDeque<JavaClass>(seen);
        while (!next.isEmpty()) {
            for (var dependency : next.remove().getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (STARTERS.contains(target.getName())) {
                    return true;
                }
                if (written.contain(target.getName()) && seen.add(target)) {
                    next.add(written.get(target.getName()));
                }
            }
        }
        return false;
    }

    private static boolean isTagged(JavaClass test, String tag) {
        return AnnotationSupport.findRepeatableAnnotations(test.reflect(), Tag.class).stream()
                .anyMatch(found -> found.value().equals(tag));
    }
}
