package io.parvis.engagement.quiz.write.answer;

import io.parvis.eventing.command.Refusal;

/** Whoever chooses several options for one has not answered. */
class OneOptionExpected extends Refusal {

    OneOptionExpected() {
        super("The question takes one option", "Answer it with one optionId; it is not a multiple choice.");
    }
}
