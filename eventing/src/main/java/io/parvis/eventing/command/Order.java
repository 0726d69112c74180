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
record Order(
        Object command, CommandContext context, @Nullable Object known, Boundary boundary) {

    /** Of the command, for people. */
    String name() {
        return command.getClass().getSimpleName();
    }

    /** What two orders of one sender have in common that may have one effect; null where each has its own. */
    @Nullable
    String onceKey() {
        return context.onceOnly() == null ? null : context.onceOnly().written().name();
    }

    /** Whether the answer is kept also where nothing is changed. */
    boolean keepsItsAnswer() {
        return context.onceOnly() != null && context.onceOnly().answered();
    }

    /** Whether an event is, or belongs to, what it had before as its effect. */
    boolean wasRecordedAs(Set<Tag> tags) {
        return context.onceOnly() != null && context.onceOnly().isMarkedBy(tags);
    }

    /** Whether a record of it is of what is asked now. */
    boolean askedTheSame(RecordedEvent record) {
        return context.onceOnly() != null
                && context.onceOnly()
                        .askedTheSame(record.tags(), record.metadata().get(CommandContext.ONCE_DIGEST));
    }

    /** What is read for it, and what must not change meanwhile: its boundary, and what its key had before. */
    EventCriteria criteria() {
        var criteria = boundary.criteria();
        if (context.onceOnly() != null) {
            for (var mark : context.onceOnly().marks()) {
                criteria = criteria.or(EventCriteria.havingTags(mark.tag()));
            }
        }
        return criteria;
    }
}
