package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.parvis.edge.access.AccessRule;
import io.parvis.edge.access.Allowed;
import jakarta.ws.rs.Path;

/** An operation declares exactly once who may ask for it, and the declaration fits its path. */
public final class DeclareWhoMay extends ArchCondition<JavaMethod> {

    private static final String PUBLIC = "/v1/public/";
    private static final String OF_A_BRAND = "{brandId}";

    public DeclareWhoMay() {
        super("declare once, and as their path demands, who may ask for them");
    }

    @Override
    public void check(JavaMethod operation, ConditionEvents events) {
        var declared = AccessRule.DECLARATIONS.stream()
                .filter(operation::isAnnotatedWith)
                .toList();
        var path = path(operation);
        var declaresOfBrand = declared.contains(Allowed.class) || declared.contains(Allowed.ToEveryRole.class);
        boolean fits = declared.size() == 1
                && declared.contains(Allowed.ToEverybody.class) == path.startsWith(PUBLIC)
                && declaresOfBrand == path.contains(OF_A_BRAND);
        events.add(new SimpleConditionEvent(
                operation, fits, "%s declares %s for %s".formatted(operation.getFullName(), declared, path)));
    }

    private static String path(JavaMethod operation) {
        var ofClass = operation.getOwner().getAnnotationOfType(Path.class).value();
        return operation
                .tryGetAnnotationOfType(Path.class)
                .map(below -> ofClass + "/" + below.value())
                .orElse(ofClass);
    }
}
