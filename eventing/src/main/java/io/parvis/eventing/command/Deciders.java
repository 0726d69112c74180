package io.parvis.eventing.command;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All deciders of this service, by the command they decide. */
@ApplicationScoped
class Deciders {

    private final Map<Class<?>, Decider<Object, Object>> byCommand = new HashMap<>();

    @SuppressWarnings("unchecked")
    Deciders(@All List<Decider<?, ?>> found) {
        for (var decider : found) {
            var bean = ClientProxy.unwrap(decider);
            var other = byCommand.put(commandOf(bean.getClass()), (Decider<Object, Object>) bean);
            if (other != null) {
                throw new IllegalStateException(other.getClass() + " and " + bean.getClass() + " decide the same");
            }
        }
    }

    private static Class<?> commandOf(Class<?> decider) {
        for (Class<?> type = decider; type != null; type = type.getSuperclass()) {
            for (Type implemented : type.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType generic && generic.getRawType() == Decider.class) {
                    return (Class<?>) generic.getActualTypeArguments()[0];
                }
            }
        }
        throw new IllegalStateException(decider + " must implement Decider<Command, State> itself");
    }

    Map<Class<?>, Decider<Object, Object>> all() {
        return byCommand;
    }

    Boundary boundary(Object command) {
        return byCommand.get(command.getClass()).boundary(command);
    }
}
