package io.parvis.engagement.quiz.write.change;

import io.parvis.eventing.command.Refusal;

/** People answer by what was published. */
class QuizIsNoDraft extends Refusal {

    QuizIsNoDraft() {
        super("The quiz is no draft any more", "What is published does not change; draft another one.");
    }
}
