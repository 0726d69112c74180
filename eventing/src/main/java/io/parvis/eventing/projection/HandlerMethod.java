package io.parvis.eventing.projection;

import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One {@code @EventHandler} method, called by the stable name of its event and not by the name of a Java class. */
record HandlerMethod(StreamHandler owner, Method method, Class<?> event, List<Class<?>> parameters) {

    static List<HandlerMethod> of(StreamHandler owner) {
        var found = new ArrayList<HandlerMethod>();
        for (var method : owner.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventHandler.class)) {
                method.setAccessible(true);
                var parameters = List.of(method.getParameterTypes());
                found.add(new HandlerMethod(owner, method, parameters.getFirst(), parameters));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(owner.getClass() + " handles nothing");
        }
        return found;
    }

    QualifiedName eventName() {
        return EventType.of(event).qualifiedName();
    }

    /** @param session none for an automation, and for a projection no reaction */
    CompletionStage<?> call(
            RecordedEvent recorded,
            EventConverter converter,
            Mutiny.@Nullable Session session,
            @Nullable Reaction reaction) {
        var arguments = new @Nullable Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(parameters.get(i), recorded, converter, session, reaction);
        }
        try {
            return switch (method.invoke(owner, arguments)) {
                case null -> CompletableFuture.completedFuture(null);
                case Uni<?> uni -> uni.subscribeAsCompletionStage();
                case CompletionStage<?> stage -> stage;
                default -> throw new IllegalStateException(method + " must return a Uni, a CompletionStage or nothing");
            };
        } catch (InvocationTargetException thrown) {
            return CompletableFuture.failedFuture(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object argument(
            Class<?> parameter,
            RecordedEvent recorded,
            EventConverter converter,
            Mutiny.@Nullable Session session,
            @Nullable Reaction reaction) {
        if (parameter == event) {
            return recorded.payloadAs(event, converter);
        }
        if (parameter == Mutiny.Session.class) {
            return session;
        }
        if (parameter == RecordedEvent.class) {
            return recorded;
        }
        return parameter == Reaction.class ? reaction : null;
    }
}
