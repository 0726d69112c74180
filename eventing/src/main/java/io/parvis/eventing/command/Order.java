package io.parvis.eventing.command;

import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/** A command, the terms on which it is carried out, and what its decision depends on. */
record Order(Object command, CommandContext context, Boundary boundary) {

    @Nullable
    String onceKey() {
        return context.onceOnly() == null ? null : context.onceOnly().key();
    }

    /** What is read for it, and what must not change meanwhile: its boundary, and what its key had before. */
    EventCriteria criteria() {
        var key = onceKey();
        return key == null
                ? boundary.criteria()
                : boundary.criteria().or(EventCriteria.havingTags(OnceOnlyTags.tag(key)));
    }
}
