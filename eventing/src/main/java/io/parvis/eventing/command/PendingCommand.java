package io.parvis.eventing.command;

import io.parvis.eventing.store.RecordedEvent;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A command, the terms on which it is carried out, and what its decision depends on.
 *
 * @param known beside the log
 */
record PendingCommand(
        Object command, CommandContext context, @Nullable Object known, Boundary boundary) {

    /** Of the command, for people. */
    String name() {
        return command.getClass().getSimpleName();
    }

    /** What two orders of one sender have in common that may have one effect; null where each has its own. */
    @Nullable
    String idempotencyKey() {
        return context.idempotency() == null
                ? null
                : context.idempotency().written().name();
    }

    /** Whether the answer is kept also where nothing is changed. */
    boolean keepsItsAnswer() {
        return context.idempotency() != null && context.idempotency().answered();
    }

    /** Whether an event is, or belongs to, what it had before as its effect. */
    boolean wasRecordedAs(Set<Tag> tags) {
        return context.idempotency() != null && context.idempotency().isRecordedIn(tags);
    }

    /** Whether a record of it is of what is asked now. */
    boolean askedTheSame(RecordedEvent record) {
        return context.idempotency() != null
                && context.idempotency()
                        .askedTheSame(record.tags(), record.metadata().get(CommandContext.IDEMPOTENCY_DIGEST));
    }

    /** What is read for it, and what must not change meanwhile: its boundary, and what its key had before. */
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
