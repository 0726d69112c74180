package io.parvis.edge.access;

import io.parvis.edge.problem.NotFound;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask for an operation: what its method declares by {@link Allowed} or one of its kin. */
public final class AccessRule {

    /** The declarations that there are. */
    public static final Set<Class<? extends Annotation>> DECLARATIONS = Set.of(
            Allowed.class,
            Allowed.ToEveryRole.class,
            Allowed.ForSuite.class,
            Allowed.ToEveryCaller.class,
            Allowed.ToEverybody.class);

    private final List<Annotation> declared;

    private AccessRule(List<Annotation> declared) {
        this.declared = declared;
    }

    public static AccessRule of(Method operation) {
        return new AccessRule(Arrays.stream(operation.getAnnotations())
                .filter(annotation -> DECLARATIONS.contains(annotation.annotationType()))
                .toList());
    }

    /** The rule of an operation that is also answered without Quarkus REST. */
    public static AccessRule of(Class<?> resource, String operation) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.getName().equals(operation))
                .map(AccessRule::of)
                .findFirst()
                .orElseThrow();
    }

    /** Whether nobody is asked who they are. */
    public boolean admitsEverybody() {
        return declared.size() == 1 && declared.getFirst() instanceof Allowed.ToEverybody;
    }

    /**
     * Lets a caller pass or refuses it.
     *
     * @param brandId the brand of the path; null where it has none
     * @throws NotFound where the caller has no grant for the brand
     * @throws Forbidden where it lacks the role, and where nothing or more than one thing is declared
     */
    public void check(Caller caller, @Nullable String brandId) {
        if (declared.size() != 1) {
            throw new Forbidden();
        }
        switch (declared.getFirst()) {
            case Allowed ofBrand when brandId != null -> caller.require(brandId, ofBrand.value());
            case Allowed.ToEveryRole any when brandId != null -> caller.require(brandId, Role.values());
            case Allowed.ForSuite ofSuite -> caller.requireForSuite(ofSuite.value());
            case Allowed.ToEveryCaller known -> {}
            case Allowed.ToEverybody unasked -> {}
            default -> throw new Forbidden();
        }
    }
}
