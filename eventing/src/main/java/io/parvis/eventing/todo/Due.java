package io.parvis.eventing.todo;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What is done when something of its kind is due: a CDI bean, found by its kind. */
public interface Due {

    /** As the projection writes it into the list, such as {@code engagement.contest-closes}; never changed. */
    String kind();

    /**
     * The command to send; it comes late, and after a crash perhaps twice, so that its decision must look for itself
     * whether there is still anything to do. A refusal ends the matter as well as an effect.
     */
    Object command(String subject, Instant dueAt);

    /** The same where it takes something to be read first; a failure is tried again later. */
    default Uni<?> prepared(String subject, Instant dueAt) {
        return Uni.createFrom().item(command(subject, dueAt));
    }

    /**
     * What to send at once instead, where a decision found that the command lacks something by now; asked again after the
     * next failure. What fails here too is tried again later.
     */
    default Uni<?> instead(Object command, Throwable failure) {
        return Uni.createFrom().failure(failure);
    }
}
