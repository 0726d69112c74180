package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;

/** One entry per fan. */
class FanAlreadyEntered extends Refusal {

    FanAlreadyEntered() {
        super("The fan has entered already", "The rules admit one entry per fan.");
    }
}
