package io.parvis.eventing.projection;

import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.hibernate.reactive.mutiny.Mutiny;

/** One {@code @EventHandler} method, called by the stable name of its event and not by the name of a Java class. */
record HandlerMethod(StreamHandler owner, Method method, Class<?> event) {

    static List<HandlerMethod> of(StreamHandler owner) {
        var found = new ArrayList<HandlerMethod>();
        for (var method : owner.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventHandler.class)) {
                method.setAccessible(true);
                found.add(new HandlerMethod(owner, method, method.getParameterTypes()[0]));
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

    CompletionStage<?> call(
            RecordedEvent recorded, EventConverter converter, Mutiny.Session session, Reaction reaction) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == event
                        ? recorded.payloadAs(event, converter)
                        : type == Mutiny.Session.class
                                ? session
                                : type == RecordedEvent.class ? recorded : type == Reaction.class ? reaction : null)
                .toArray();
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
}
