package io.parvis.engagement.quiz.write.finish;

import io.parvis.engagement.quiz.DueSubject;
import io.parvis.eventing.todo.DueCommand;
import jakarta.inject.Singleton;
import java.time.Instant;

/** By its time limit, or because the quiz was closed. */
@Singleton
class WhenAttemptIsDueThenEndIt implements DueCommand {

    @Override
    public String kind() {
        return DueSubject.ATTEMPT_ENDS;
    }

    @Override
    public Object command(String subject, Instant dueAt) {
        var due = DueSubject.of(subject);
        return new EndAttempt(due.attemptId(), due.quizId(), due.brandId(), dueAt);
    }
}
