package io.parvis.engagement.contest.write.claim;

import io.parvis.eventing.command.Refusal;

/** A prize is its winner's. */
class NotTheWinner extends Refusal {

    NotTheWinner() {
        super("Another fan holds the prize", "This fan is not the one to whom it fell.");
    }
}
