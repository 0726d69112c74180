package io.parvis.eventing.projection;

import io.parvis.eventing.store.RowTags;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.core.QualifiedName;
import org.jspecify.annotations.Nullable;

/** A processor whose progress is known. */
final class Followed {

    private final String processor;
    private final String events;
    private final String sequencedBy;
    private final boolean reacts;
    private final boolean takesItsTime;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong lastEffect = new AtomicLong();

    Followed(StreamHandler handler, Set<QualifiedName> events) {
        this.processor = handler.name();
        this.events = "{\""
                + String.join(
                        "\",\"",
                        events.stream().map(QualifiedName::name).sorted().toList()) + "\"}";
        this.sequencedBy = handler.sequencedBy();
        this.reacts = handler instanceof Automation;
        this.takesItsTime = handler instanceof Automation automation && automation.takesItsTime();
    }

    String processor() {
        return processor;
    }

    /** The names of the types that concern it, as a PostgreSQL array. */
    String events() {
        return events;
    }

    /** @param tags as the log has them */
    String sequenceOf(@Nullable String @Nullable [] tags) {
        return RowTags.valueOr(tags, sequencedBy, StreamComponent.NO_SEQUENCE);
    }

    boolean reacts() {
        return reacts;
    }

    /** Whether what it does may take longer than anybody waits. */
    boolean takesItsTime() {
        return takesItsTime;
    }

    /** Everything up to here that concerns it is in its view. */
    long seen() {
        return seen.get();
    }

    /**
     * @param head of the log in the same moment. What an automation's commands recorded, here or in another process, stands
     *     before it: they are recorded before its token moves.
     */
    void hasSeen(long position, long head) {
        if (seen.getAndAccumulate(position, Math::max) < position && reacts) {
            effectAt(head);
        }
    }

    /** Up to where the newest event is that its commands recorded. */
    long lastEffect() {
        return lastEffect.get();
    }

    void effectAt(long position) {
        lastEffect.accumulateAndGet(position, Math::max);
    }
}
