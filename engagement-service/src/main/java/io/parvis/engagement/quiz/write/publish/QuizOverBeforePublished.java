package io.parvis.engagement.quiz.write.publish;

import io.parvis.eventing.command.Refusal;

/** What nobody could answer is not published. */
class QuizOverBeforePublished extends Refusal {

    QuizOverBeforePublished() {
        super("The quiz would be over", "Its closing time has passed.");
    }
}
