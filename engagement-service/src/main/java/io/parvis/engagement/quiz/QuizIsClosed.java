package io.parvis.engagement.quiz;

import io.parvis.eventing.command.Refusal;

/** Once its key may be read, nothing is answered any more. */
public class QuizIsClosed extends Refusal {

    public QuizIsClosed() {
        super("The quiz is closed", "Nothing is started or answered once a quiz is closed.");
    }
}
