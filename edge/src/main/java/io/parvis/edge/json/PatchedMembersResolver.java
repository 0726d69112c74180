package io.parvis.edge.json;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Path.Node;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits a validation to patched members, and to the cross-field rules of objects with at least one of them. */
record PatchedMembersResolver(PatchedMembers sent) implements TraversableResolver {

    @Override
    public boolean isReachable(
            @Nullable Object bean, Node property, Class<?> root, Path pathToBean, ElementType declaredAt) {
        return isRule(bean, property.getName()) || sent.include(path(pathToBean, property));
    }

    @Override
    public boolean isCascadable(
            @Nullable Object bean, Node property, Class<?> root, Path pathToBean, ElementType declaredAt) {
        return sent.include(path(pathToBean, property));
    }

    private static boolean isRule(@Nullable Object bean, String property) {
        return !ConcernedMembers.of(bean, property).equals(property);
    }

    private static List<String> path(Path toBean, Node property) {
        var path = new ArrayList<String>();
        for (var node : toBean) {
            add(node, path);
        }
        add(property, path);
        return path;
    }

    private static void add(Node node, List<String> path) {
        if (node.getIndex() != null || node.getKey() != null) {
            path.add("");
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            path.add(node.getName());
        }
    }
}
