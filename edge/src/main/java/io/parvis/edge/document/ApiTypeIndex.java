package io.parvis.edge.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** The types whose JSON stands in bodies, found from the operations; by the names that their schemas have. */
final class ApiTypeIndex {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName CONSTRAINT = DotName.createSimple("jakarta.validation.Constraint");
    private static final DotName REQUEST_BODY =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.parameters.RequestBody");
    /** Stands in answers of every operation, and is named by none. */
    private static final DotName PROBLEM = DotName.createSimple("io.parvis.edge.problem.Problem");

    private static final Set<DotName> METHODS = Set.of(
            DotName.createSimple("jakarta.ws.rs.GET"),
            DotName.createSimple("jakarta.ws.rs.POST"),
            DotName.createSimple("jakarta.ws.rs.PUT"),
            DotName.createSimple("jakarta.ws.rs.PATCH"),
            DotName.createSimple("jakarta.ws.rs.DELETE"));

    private final IndexView index;
    private final Map<String, ApiType> byName = new HashMap<>();

    private ApiTypeIndex(IndexView index) {
        this.index = index;
    }

    static ApiTypeIndex of(IndexView index) {
        var types = new ApiTypeIndex(index);
        types.add(Type.create(PROBLEM, Type.Kind.CLASS), false);
        for (var path : index.getAnnotations(PATH)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                path.target().asClass().methods().stream()
                        .filter(method -> METHODS.stream().anyMatch(method::hasDeclaredAnnotation))
                        .forEach(types::addOperation);
            }
        }
        return types;
    }

    Optional<ApiType> named(String schema) {
        return Optional.ofNullable(byName.get(schema));
    }

    /** A class of ours, or another that can be read. */
    Optional<ClassInfo> declared(Type type) {
        return Optional.ofNullable(index.getClassByName(type.name()));
    }

    /** The names that schemas of our annotations would have. */
    List<String> annotations() {
        return index.getAnnotations(SCHEMA).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target != null && target.kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationTarget::asClass)
                .filter(ClassInfo::isAnnotation)
                .map(ApiTypeIndex::nameOf)
                .toList();
    }

    /** What an annotation's own declaration says: constraints it is made of, and words for the document. */
    List<AnnotationInstance> metaAnnotations(AnnotationInstance annotation) {
        var declared = index.getClassByName(annotation.name());
        return declared == null ? List.of() : declared.declaredAnnotations();
    }

    /** What a constraint of ours says when it does not hold; empty for any other annotation. */
    Optional<String> messageOf(AnnotationInstance annotation) {
        return Optional.ofNullable(index.getClassByName(annotation.name()))
                .filter(found -> found.hasDeclaredAnnotation(CONSTRAINT))
                .map(found -> annotation.valueWithDefault(index, "message").asString());
    }

    private void addOperation(MethodInfo method) {
        method.parameterTypes().forEach(type -> add(type, true));
        add(method.returnType(), false);
        method.annotations()
                .forEach(annotation -> addNamedIn(annotation, annotation.name().equals(REQUEST_BODY)));
    }

    /** Classes that an annotation names, at any depth. */
    private void addNamedIn(AnnotationInstance annotation, boolean taken) {
        for (var value : annotation.values()) {
            switch (value.kind()) {
                case CLASS -> add(value.asClass(), taken);
                case NESTED -> addNamedIn(value.asNested(), taken);
                case ARRAY -> addEach(value, taken);
                default -> {}
            }
        }
    }

    private void addEach(AnnotationValue array, boolean taken) {
        switch (array.componentKind()) {
            case CLASS -> List.of(array.asClassArray()).forEach(type -> add(type, taken));
            case NESTED -> List.of(array.asNestedArray()).forEach(nested -> addNamedIn(nested, taken));
            default -> {}
        }
    }

    private void add(Type type, boolean taken) {
        switch (type.kind()) {
            case ARRAY -> add(type.asArrayType().elementType(), taken);
            case PARAMETERIZED_TYPE -> {
                type.asParameterizedType().arguments().forEach(argument -> add(argument, taken));
                declared(type).ifPresent(found -> add(nameOf(type), found, taken));
            }
            case CLASS -> declared(type).ifPresent(found -> add(nameOf(found), found, taken));
            default -> {}
        }
    }

    private void add(String name, ClassInfo found, boolean taken) {
        if (found.isEnum() || !found.name().toString().startsWith("io.parvis.")) {
            return;
        }
        var known = byName.get(name);
        if (known != null && !known.declared().name().equals(found.name())) {
            throw new IllegalStateException("Two types of the API are called " + name + ": " + found.name() + ", "
                    + known.declared().name());
        }
        if (known == null || (taken && !known.taken())) {
            byName.put(name, new ApiType(found, taken));
            found.fields().stream()
                    .filter(field -> !java.lang.reflect.Modifier.isStatic(field.flags()))
                    .forEach(field -> add(field.type(), taken));
            new ArrayList<>(found.annotations())
                    .stream()
                            .filter(annotation -> annotation.name().equals(SCHEMA))
                            .forEach(annotation -> addNamedIn(annotation, taken));
        }
    }

    private static String nameOf(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null
                ? schema.value("name").asString()
                : type.simpleName();
    }

    /** As the scanner names it: a page of fans is a {@code PageFan}. */
    private static String nameOf(Type parameterized) {
        var name = new StringBuilder(parameterized.name().withoutPackagePrefix());
        parameterized
                .asParameterizedType()
                .arguments()
                .forEach(argument -> name.append(argument.name().local()));
        return name.toString();
    }
}
