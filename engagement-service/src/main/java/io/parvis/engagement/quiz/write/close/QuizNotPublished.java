package io.parvis.engagement.quiz.write.close;

import io.parvis.eventing.command.Refusal;

/** What was never offered cannot end. */
class QuizNotPublished extends Refusal {

    QuizNotPublished() {
        super("The quiz is a draft", "Only a published quiz can be closed.");
    }
}
