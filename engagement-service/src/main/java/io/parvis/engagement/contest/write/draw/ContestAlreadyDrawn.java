package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;

/** A contest is drawn once. */
class ContestAlreadyDrawn extends Refusal {

    ContestAlreadyDrawn() {
        super("The contest is drawn already", "It was drawn with another beacon.");
    }
}
