package io.parvis.engagement.quiz.write.answer;

import io.parvis.eventing.command.Refusal;

/** The time limit is the same for all. */
class TimeIsUp extends Refusal {

    TimeIsUp() {
        super("The time is up", "The attempt's time limit has passed.");
    }
}
