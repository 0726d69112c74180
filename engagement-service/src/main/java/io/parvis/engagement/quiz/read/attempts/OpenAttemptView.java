package io.parvis.engagement.quiz.read.attempts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "open_attempt")
class OpenAttemptView {

    @Id
    String attemptId;

    String quizId;
    String subject;

    protected OpenAttemptView() {}

    OpenAttemptView(String attemptId, String quizId, String subject) {
        this.attemptId = attemptId;
        this.quizId = quizId;
        this.subject = subject;
    }
}
