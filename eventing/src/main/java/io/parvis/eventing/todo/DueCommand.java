package io.parvis.eventing.todo;

import java.time.Instant;

/** The command to send when an entry of the to-do list is due: a CDI bean, found by its kind. */
public interface DueCommand {

    /** As the projection writes it into the list, such as {@code engagement.contest-closes}; never changed. */
    String kind();

    /**
     * The command to send; it comes late, and after a crash perhaps twice, so that its decision must look for itself
     * whether there is still anything to do. A refusal ends the matter as well as an effect.
     */
    Object command(String subject, Instant dueAt);
}
