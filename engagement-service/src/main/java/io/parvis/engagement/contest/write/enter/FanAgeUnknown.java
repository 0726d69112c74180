package io.parvis.engagement.contest.write.enter;

import io.parvis.eventing.command.Refusal;

/** Rules that ask for an age take nobody's word for it: the fan's birth date must be known. */
class FanAgeUnknown extends Refusal {

    FanAgeUnknown() {
        super("The fan's age is not known", "The rules ask for an age, and no birth date of this fan is known.");
    }
}
