package io.parvis.edge.web;

import io.parvis.eventing.projection.Progress;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which processors are behind the views that an operation reads. */
@ApplicationScoped
class ViewProcessors {

    private final Progress progress;
    private final Map<Method, Set<String>> behind = new ConcurrentHashMap<>();

    ViewProcessors(Progress progress) {
        this.progress = progress;
    }

    /** After the processors, which come with Axon. */
    void check(@Observes @Priority(70) StartupEvent starting, BeanManager beans) {
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                Stream.concat(
                                Stream.of(bean.getBeanClass()),
                                Stream.of(bean.getBeanClass().getDeclaredMethods()))
                        .map(declaring -> declaring.getAnnotation(ReadsFrom.class))
                        .forEach(declared -> mustExist(declared, bean.getBeanClass()));
            }
        }
    }

    private void mustExist(@Nullable ReadsFrom declared, Class<?> resource) {
        if (declared != null && !progress.processors().containsAll(named(declared))) {
            throw new IllegalStateException(resource + " reads from a processor that there is not");
        }
    }

    Set<String> of(Method operation, String httpMethod) {
        return behind.computeIfAbsent(operation, any -> {
            var declared = declared(operation);
            if (declared != null) {
                return named(declared);
            }
            return ReadMethods.include(httpMethod) ? progress.processors() : Set.of();
        });
    }

    private Set<String> named(ReadsFrom declared) {
        var names = Set.of(declared.value());
        return names.contains(ReadsFrom.ALL) ? progress.processors() : names;
    }

    private static @Nullable ReadsFrom declared(Method operation) {
        var own = operation.getAnnotation(ReadsFrom.class);
        return own != null ? own : operation.getDeclaringClass().getAnnotation(ReadsFrom.class);
    }
}
