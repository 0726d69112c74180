package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;

/** The rules may exclude fans, such as the organiser's own people. */
class FanIsExcluded extends Refusal {

    FanIsExcluded() {
        super("The fan is excluded", "The rules exclude this fan.");
    }
}
