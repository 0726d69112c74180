package io.parvis.engagement.contest;

import io.parvis.eventing.command.Refusal;

/** What was called off stays so. */
public class ContestIsCancelled extends Refusal {

    public ContestIsCancelled() {
        super("The contest was cancelled", "It was called off and is not taken up again.");
    }
}
