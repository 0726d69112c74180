package io.parvis.engagement.quiz.write.answer;

import io.parvis.eventing.command.Refusal;

/** An attempt's events are read at each of its answers, so there is an end to them. */
class AnsweredTooOften extends Refusal {

    AnsweredTooOften() {
        super(
                "The attempt was answered too often",
                "An attempt takes 1,000 answers, those that replace others included.");
    }
}
