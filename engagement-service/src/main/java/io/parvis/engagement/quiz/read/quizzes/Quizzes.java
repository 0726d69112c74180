package io.parvis.engagement.quiz.read.quizzes;

import io.parvis.edge.web.Views;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is asked first of whatever belongs to a quiz. */
public final class Quizzes {

    private Quizzes() {}

    /** Fails with 404 where the brand has no such quiz. */
    public static Uni<QuizView> find(Mutiny.Session session, String brandId, String quizId) {
        return Views.find(session, QuizView.class, "quiz", quizId, quiz -> quiz.brandId.equals(brandId));
    }
}
