package io.parvis.engagement.quiz.write.answer;

import io.parvis.eventing.command.Refusal;

/** What a number means among options nobody knows. */
class OptionsExpected extends Refusal {

    OptionsExpected() {
        super("The question has options", "Answer it with optionIds; it does not ask for a number.");
    }
}
