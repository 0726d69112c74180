package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;

/** Who wins on the spot is not drawn afterwards. */
class WinnersAreNotDrawn extends Refusal {

    WinnersAreNotDrawn() {
        super("Nobody is drawn", "This is an instant win: its winners were told when they entered.");
    }
}
