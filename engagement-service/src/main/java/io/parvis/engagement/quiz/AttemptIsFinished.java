package io.parvis.engagement.quiz;

import io.parvis.eventing.command.Refusal;

/** What was marked does not change. */
public class AttemptIsFinished extends Refusal {

    public AttemptIsFinished() {
        super("The attempt is finished", "It was ended and marked, once and for all.");
    }
}
