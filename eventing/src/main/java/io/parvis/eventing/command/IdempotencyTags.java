package io.parvis.eventing.command;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags that an event class declares, and the idempotency tag of its command if it has one. */
public final class IdempotencyTags implements TagResolver {

    private final TagResolver declared = new DeclaredTags();

    static Tag tag(String key) {
        return Tag.of("idempotency", key);
    }

    @Override
    public Set<Tag> resolve(EventMessage event) {
        var tags = declared.resolve(event);
        var key = event.metadata().get(CommandContext.IDEMPOTENCY_KEY);
        if (key == null) {
            return tags;
        }
        var all = new HashSet<>(tags);
        all.add(tag(key));
        return all;
    }
}
