package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;

/** Nobody adds what the rules do not name. */
class BeaconNotAskedFor extends Refusal {

    BeaconNotAskedFor() {
        super("The rules name no beacon", "Draw without one.");
    }
}
