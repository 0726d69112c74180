package io.parvis.edge.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The parameters, body and media types of an operation, read from its method.
 *
 * @param parameters the names of what it takes in the query
 * @param takesBody whether it has a body
 * @param mediaTypes in which it answers; none where a success of its has nothing to show
 */
record OperationSignature(Set<String> parameters, boolean takesBody, List<String> mediaTypes) {

    private static final Set<Class<?>> NOT_THE_BODY = Set.of(
            PathParam.class,
            QueryParam.class,
            HeaderParam.class,
            CookieParam.class,
            MatrixParam.class,
            FormParam.class,
            BeanParam.class,
            Context.class);

    static OperationSignature of(Method operation) {
        var parameters = new HashSet<String>();
        for (var parameter : operation.getParameters()) {
            addNames(parameter, parameter.getType(), parameters);
        }
        return new OperationSignature(
                Set.copyOf(parameters),
                Arrays.stream(operation.getParameters()).anyMatch(OperationSignature::isBody),
                mediaTypes(operation));
    }

    private static void addNames(AnnotatedElement taken, Class<?> type, Set<String> names) {
        if (taken.isAnnotationPresent(QueryParam.class)) {
            names.add(taken.getAnnotation(QueryParam.class).value());
        }
        if (taken.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> part = type; part != null; part = part.getSuperclass()) {
                Arrays.stream(part.getDeclaredFields()).forEach(field -> addNames(field, field.getType(), names));
            }
        }
    }

    /** What has no annotation is of the path where it is one text or number, and else the body. */
    private static boolean isBody(Parameter parameter) {
        return !parameter.getType().equals(String.class)
                && !parameter.getType().isPrimitive()
                && Arrays.stream(parameter.getAnnotations())
                        .noneMatch(annotation -> NOT_THE_BODY.contains(annotation.annotationType()));
    }

    private static List<String> mediaTypes(Method operation) {
        var successes = successes(operation);
        if (!successes.isEmpty() && successes.stream().allMatch(OperationSignature::showsNothing)) {
            return List.of();
        }
        return Stream.of(operation, operation.getDeclaringClass())
                .map(declaring -> declaring.getAnnotation(Produces.class))
                .filter(produces -> produces != null)
                .findFirst()
                .map(produces -> List.of(produces.value()))
                .orElse(List.of(MediaType.APPLICATION_JSON));
    }

    private static Set<String> successes(Method operation) {
        return Arrays.stream(operation.getAnnotationsByType(APIResponse.class))
                .map(APIResponse::responseCode)
                .filter(code -> code.startsWith("2") || code.startsWith("3"))
                .collect(Collectors.toSet());
    }

    private static boolean showsNothing(String success) {
        return success.equals("204") || success.startsWith("3");
    }
}
