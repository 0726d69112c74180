package io.parvis.engagement.quiz.write.answer;

import io.parvis.eventing.command.Refusal;

/** A number is not chosen. */
class NumberExpected extends Refusal {

    NumberExpected() {
        super("The question asks for a number", "Answer it with number; it has no options.");
    }
}
