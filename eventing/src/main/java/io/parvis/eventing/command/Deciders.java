package io.parvis.eventing.command;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** All deciders of this service, by the command they decide, with what fetches what they need. */
@ApplicationScoped
public class Deciders {

    /** What a plain decider needs. */
    private static final Fetcher<Object, Object, Object> FETCHES_NOTHING = new Fetcher<>() {

        @Override
        public Object known(Object command) {
            return Nothing.NOTHING;
        }

        @Override
        public Uni<Object> fetch(Object command, Object known, Object need) {
            throw new IllegalStateException(command.getClass() + " needs nothing");
        }
    };

    private static final Set<Type> OF_COMMANDS = Set.of(Decider.class, DeciderWithNeeds.class, Fetcher.class);

    private final Map<Class<?>, DeciderWithNeeds<Object, Object, Object, Object>> byCommand = new HashMap<>();
    private final Map<Class<?>, Fetcher<Object, Object, Object>> fetchers = new HashMap<>();
    private final EventConverter converter;
    private final Clock clock;

    @SuppressWarnings("unchecked")
    Deciders(
            @All List<DeciderWithNeeds<?, ?, ?, ?>> found,
            @All List<Fetcher<?, ?, ?>> fetching,
            EventConverter converter,
            Clock clock) {
        this.converter = converter;
        this.clock = clock;
        fetching.forEach(bean -> put(fetchers, (Fetcher<Object, Object, Object>) ClientProxy.unwrap(bean)));
        found.forEach(
                bean -> put(byCommand, (DeciderWithNeeds<Object, Object, Object, Object>) ClientProxy.unwrap(bean)));
        byCommand.forEach((command, decider) -> {
            if (decider instanceof Decider) {
                fetchers.putIfAbsent(command, FETCHES_NOTHING);
            }
        });
        if (!fetchers.keySet().equals(byCommand.keySet())) {
            throw new IllegalStateException(
                    "A DeciderWithNeeds has a Fetcher, and only it: " + byCommand.values() + ", " + fetchers.values());
        }
    }

    private static <T> void put(Map<Class<?>, T> beans, T bean) {
        var other = beans.put(commandOf(bean.getClass()), bean);
        if (other != null) {
            throw new IllegalStateException(other.getClass() + " and " + bean.getClass() + " are of the same command");
        }
    }

    private static Class<?> commandOf(Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Type implemented : type.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType generic && OF_COMMANDS.contains(generic.getRawType())) {
                    return (Class<?>) generic.getActualTypeArguments()[0];
                }
            }
        }
        throw new IllegalStateException(bean + " must name its command itself, as Decider<Command, State>");
    }

    /** Makes every decider the handler of its command. */
    public void subscribeTo(CommandBus bus, EventStore store) {
        byCommand.forEach((command, decider) -> bus.subscribe(
                new MessageType(command).qualifiedName(),
                new DeciderCommandHandler<>(decider, store, converter, clock)));
    }

    /** With what is known without waiting. */
    PendingCommand prepare(Object command, CommandContext terms) {
        return prepare(command, terms, fetchers.get(command.getClass()).known(command));
    }

    private PendingCommand prepare(Object command, CommandContext terms, Object known) {
        return new PendingCommand(
                command, terms, known, byCommand.get(command.getClass()).boundary(command, known));
    }

    /** The same with what its decision needs, as it is known by then. */
    Uni<PendingCommand> fetched(PendingCommand pending, Object need) {
        return Uni.createFrom()
                .deferred(() ->
                        fetchers.get(pending.command().getClass()).fetch(pending.command(), pending.known(), need))
                .map(known -> prepare(pending.command(), pending.context(), known));
    }
}
