package io.parvis.engagement.contest.write.draw;

import io.parvis.eventing.command.Refusal;

/** The rules promise a beacon. */
class BeaconNeeded extends Refusal {

    BeaconNeeded() {
        super("The rules name a beacon", "Give the round that decides and its value.");
    }
}
