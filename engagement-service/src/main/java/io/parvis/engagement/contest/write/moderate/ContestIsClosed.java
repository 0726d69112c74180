package io.parvis.engagement.contest.write.moderate;

import io.parvis.eventing.command.Refusal;

/** Who takes part is fixed at the closing. */
class ContestIsClosed extends Refusal {

    ContestIsClosed() {
        super("The contest is closed", "Entries are taken out and back in until it closes.");
    }
}
