package io.parvis.engagement.quiz.read.statistics;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.quiz.read.quizzes.Quizzes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/quizzes/{quizId}/statistics")
@Tag(name = "Quizzes")
@ReadsFrom({"engagement.quizzes", "engagement.quiz-statistics"})
class QuizStatisticsResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    QuizStatisticsResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed({Role.ANALYST, Role.EDITOR, Role.APPROVER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Read how a quiz is answered",
            description = "Question by question, over all finished attempts. What most answer and earn tells what is"
                    + " right, so a partner may not read it. Takes the role analyst, editor, approver, moderator or"
                    + " admin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QuizStatistics.class)))
    public Uni<Response> read(String brandId, String quizId) {
        return sessions.withSession(session -> Quizzes.find(session, brandId, quizId)
                .chain(quiz -> session.find(QuizStatisticsView.class, quizId).map(statistics -> {
                    var tally = statistics == null ? Tally.NONE : statistics.toTally();
                    var told = QuizStatistics.of(quizId, quiz.toContent(), tally);
                    // The questions are the quiz's: a draft may change, which has no statistics yet.
                    return statistics == null ? answers.summary(told, quiz) : answers.summary(told, quiz, statistics);
                })));
    }
}
