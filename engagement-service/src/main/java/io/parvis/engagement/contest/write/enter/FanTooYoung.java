package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;

/** The fan is younger, on this day in the contest's zone, than the rules ask for. */
class FanTooYoung extends Refusal {

    FanTooYoung(int minimumAge) {
        super("The fan is too young", "The rules ask for an age of " + minimumAge + ".");
    }
}
