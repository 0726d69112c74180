package io.parvis.engagement.quiz.write.close;

import io.parvis.engagement.quiz.DueSubject;
import io.parvis.eventing.todo.DueCommand;
import jakarta.inject.Singleton;
import java.time.Instant;

/** A published quiz's closing time never moves, so whoever says that it has come is right. */
@Singleton
class WhenClosingTimeComesThenCloseQuiz implements DueCommand {

    @Override
    public String kind() {
        return DueSubject.QUIZ_CLOSES;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        var due = DueSubject.of(subject);
        return new CloseQuiz(due.quizId(), due.brandId());
    }
}
