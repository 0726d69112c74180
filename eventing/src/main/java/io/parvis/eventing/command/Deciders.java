package io.parvis.eventing.command;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** All deciders of this service, by the command they decide. */
@ApplicationScoped
public class Deciders {

    private final Map<Class<?>, Decider<Object, Object>> byCommand = new HashMap<>();
    private final EventConverter converter;
    private final Clock clock;

    @SuppressWarnings("unchecked")
    Deciders(@All List<Decider<?, ?>> found, EventConverter converter, Clock clock) {
        this.converter = converter;
        this.clock = clock;
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

    /** Makes every decider the handler of its command. */
    public void subscribeTo(CommandBus bus, EventStore store) {
        byCommand.forEach((command, decider) -> bus.subscribe(
                new MessageType(command).qualifiedName(), new Deciding<>(decider, store, converter, clock)));
    }

    Boundary boundary(Object command) {
        return byCommand.get(command.getClass()).boundary(command);
    }
}
