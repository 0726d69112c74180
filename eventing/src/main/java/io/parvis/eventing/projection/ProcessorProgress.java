package io.parvis.eventing.projection;

import io.parvis.eventing.store.RowTags;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The progress of one processor. */
final class ProcessorProgress {

    private final String processor;
    private final String events;
    private final String sequencedBy;
    private final boolean reacts;
    private final boolean isLongRunning;
    private long seen;
    private long lastEffect;
    private int forgotten;

    ProcessorProgress(StreamHandler handler, Set<QualifiedName> events) {
        this.processor = handler.name();
        this.events = "{\""
                + String.join(
                        "\",\"",
                        events.stream().map(QualifiedName::name).sorted().toList()) + "\"}";
        this.sequencedBy = handler.sequencedBy();
        this.reacts = handler instanceof Automation;
        this.isLongRunning = handler instanceof Automation automation && automation.isLongRunning();
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
    boolean isLongRunning() {
        return isLongRunning;
    }

    /** Everything up to here that concerns it is in its view. */
    synchronized long seen() {
        return seen;
    }

    /**
     * @param head of the log in the same moment. What an automation's commands recorded, here or in another process, stands
     *     before it: they are recorded before its token moves.
     * @param asOf how often it had been forgotten when the look began
     */
    synchronized void advanceTo(long position, long head, int asOf) {
        if (asOf == forgotten && seen < position) {
            seen = position;
            if (reacts) {
                effectAt(head);
            }
        }
    }

    /** How often it was forgotten: what was looked up before the last time is of no use. */
    synchronized int forgotten() {
        return forgotten;
    }

    /** The log or the view may have lost what was committed last. */
    synchronized void forget() {
        seen = 0;
        lastEffect = 0;
        forgotten++;
    }

    /** Up to where the newest event is that its commands recorded. */
    synchronized long lastEffect() {
        return lastEffect;
    }

    synchronized void effectAt(long position) {
        lastEffect = Math.max(lastEffect, position);
    }
}
