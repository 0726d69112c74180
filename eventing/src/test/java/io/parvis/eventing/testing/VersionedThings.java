package io.parvis.eventing.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.VersionedView;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds of things that have versions, and the views that tell them, as a service's classes declare them. */
public final class VersionedThings {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String SUFFIX = ".class";
    private static final Set<String> MAKERS = Set.of("tagged", "named");

    private final Set<ResourceType> types = new HashSet<>();
    private final Set<Class<?>> views = new HashSet<>();

    private VersionedThings() {}

    /** Of the service whose tests run, as its own class loader has them. */
    public static VersionedThings declared() throws IOException, ReflectiveOperationException {
        var declared = new VersionedThings();
        try (var files = Files.walk(CLASSES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                declared.add(Class.forName(name(file), false, VersionedThings.class.getClassLoader()));
            }
        }
        return declared;
    }

    private static String name(Path file) {
        var path = CLASSES.relativize(file).toString();
        return path.substring(0, path.length() - SUFFIX.length()).replace(File.separatorChar, '.');
    }

    private void add(Class<?> type) throws ReflectiveOperationException {
        if (VersionedView.class.isAssignableFrom(type)) {
            views.add(type);
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.getType().equals(ResourceType.class)) {
                field.setAccessible(true);
                types.add((ResourceType) field.get(null));
            }
        }
    }

    public Set<ResourceType> types() {
        return types;
    }

    public Set<Class<?>> views() {
        return views;
    }

    /** One that a decision made for itself would be no other's: nobody could be told of its versions. */
    public static List<String> madeOutsideConstants(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(VersionedThings::makesAType)
                .filter(call -> !(call.getOrigin() instanceof JavaStaticInitializer))
                .map(JavaMethodCall::getDescription)
                .toList();
    }

    private static boolean makesAType(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(ResourceType.class) && MAKERS.contains(call.getName());
    }
}
