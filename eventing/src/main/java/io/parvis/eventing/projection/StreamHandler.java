package io.parvis.eventing.projection;

/**
 * Handles events of the log, in order per sequence. Its methods carry Axon's {@code @EventHandler}; the first parameter
 * is the event's class, any of {@code Mutiny.Session}, {@code RecordedEvent} and {@link Reaction} may follow, in any
 * order. They return a {@code Uni}, a {@code CompletionStage} or nothing, and never block.
 */
public sealed interface StreamHandler permits Projection, Automation {

    /** A stable name: the place in the log is kept under it. A new name starts from the first event. */
    String name();

    /**
     * The key of the tag whose value names the sequence: events of one sequence are handled in order, and parked
     * together. Where an event has no such tag, it belongs to one sequence with all others that have none.
     */
    String sequencedBy();
}
