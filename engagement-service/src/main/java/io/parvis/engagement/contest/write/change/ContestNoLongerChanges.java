package io.parvis.engagement.contest.write.change;

import io.parvis.eventing.command.Refusal;

/** Once a contest is closed, its rules are history. */
class ContestNoLongerChanges extends Refusal {

    ContestNoLongerChanges() {
        super("The contest no longer changes", "It is closed or cancelled.");
    }
}
