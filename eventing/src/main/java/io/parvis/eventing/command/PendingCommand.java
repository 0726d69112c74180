package io.parvis.eventing.command;

import io.parvis.eventing.store.RecordedEvent;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for its decision, with its context and its boundary.
 *
 * @param known what was fetched for it, beside the log
 */
record PendingCommand(
        Object command, CommandContext context, @Nullable Object known, Boundary boundary) {

    /** The command's name, for messages. */
    String name() {
        return command.getClass().getSimpleName();
    }

    /** The idempotency key as it is recorded; null if it has none. */
    @Nullable
    String idempotencyKey() {
        return context.idempotency() == null
                ? null
                : context.idempotency().written().name();
    }

    /** Whether a success is recorded even if nothing changes. */
    boolean keepsItsAnswer() {
        return context.idempotency() != null && context.idempotency().answered();
    }

    /** Whether an event with these tags was recorded by an earlier attempt under the same key. */
    boolean wasRecordedAs(Set<Tag> tags) {
        return context.idempotency() != null && context.idempotency().isRecordedIn(tags);
    }

    /** Whether that record is of the same request. */
    boolean askedTheSame(RecordedEvent record) {
        return context.idempotency() != null
                && context.idempotency()
                        .askedTheSame(record.tags(), record.metadata().get(CommandContext.IDEMPOTENCY_DIGEST));
    }

    /** What is read for it and makes the append condition: its boundary, and the record of its key. */
    EventCriteria criteria() {
        var criteria = boundary.criteria();
        if (context.idempotency() != null) {
            for (var recordTag : context.idempotency().recordTags()) {
                criteria = criteria.or(EventCriteria.havingTags(recordTag.tag()));
            }
        }
        return criteria;
    }
}
