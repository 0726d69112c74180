package io.parvis.engagement.contest.write.close;

import io.parvis.eventing.command.Refusal;

/** What was never offered cannot end. */
class ContestNotPublished extends Refusal {

    ContestNotPublished() {
        super("The contest is a draft", "Only a published contest can be closed.");
    }
}
