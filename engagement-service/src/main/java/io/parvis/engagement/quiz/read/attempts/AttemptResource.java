package io.parvis.engagement.quiz.read.attempts;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.Views;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptSheet;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.read.quizzes.QuizView;
import io.parvis.engagement.quiz.read.quizzes.Quizzes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/quizzes/{quizId}/attempts")
@Tag(name = "Quizzes")
@ReadsFrom({"engagement.quizzes", "engagement.attempts"})
class AttemptResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    AttemptResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(
            summary = "List the attempts at a quiz",
            description = "Newest first. `counts` marks the attempt that is a fan's result.")
    public Uni<Page<AttemptSummary>> list(
            String brandId,
            String quizId,
            @QueryParam("fanId") @Parameter(description = "Of this fan only.") @Nullable String fanId,
            @BeanParam PageRequest page) {
        return sessions.withSession(session -> Quizzes.find(session, brandId, quizId)
                .chain(quiz -> newest(session, quizId, fanId, page)
                        .chain(attempts -> FanAttempts.of(session, fans(attempts))
                                .map(ofFans -> {
                                    var content = quiz.toContent();
                                    return Page.of(
                                            attempts,
                                            page,
                                            attempt -> attempt.position,
                                            attempt -> AttemptSummary.of(
                                                    attempt,
                                                    content,
                                                    ofFans.getOrDefault(attempt.fanAtQuiz, FanAttempts.NONE),
                                                    quiz.isClosed()));
                                }))));
    }

    private static Uni<List<AttemptView>> newest(
            Mutiny.Session session, String quizId, @Nullable String fanId, PageRequest page) {
        return fanId == null
                ? page.newestOf(session, AttemptView.class, "quizId", quizId, AttemptView.BYTES)
                : page.newestOf(
                        session,
                        AttemptView.class,
                        "fanAtQuiz",
                        QuizTags.attemptsValue(new QuizId(quizId), new FanId(Ids.valid(fanId, "fan"))),
                        AttemptView.BYTES);
    }

    private static Set<String> fans(List<AttemptView> attempts) {
        return attempts.stream().map(attempt -> attempt.fanAtQuiz).collect(Collectors.toSet());
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{attemptId}")
    @Operation(
            summary = "Read an attempt",
            description =
                    "While it is under way: the questions in its own order, and what was answered so far. Afterwards:"
                            + " the score; and what was right, with the advice, once the fan has no attempt left or the quiz is"
                            + " closed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AttemptSheet.class)))
    public Uni<Response> read(String brandId, String quizId, String attemptId) {
        return sessions.withSession(session -> Quizzes.find(session, brandId, quizId)
                .chain(quiz -> Views.find(
                                session,
                                AttemptView.class,
                                "attempt",
                                attemptId,
                                attempt -> attempt.quizId.equals(quizId))
                        .chain(attempt -> FanAttempts.of(session, Set.of(attempt.fanAtQuiz))
                                .map(ofFans -> sheet(
                                        quiz, attempt, ofFans.getOrDefault(attempt.fanAtQuiz, FanAttempts.NONE))))));
    }

    /** The tag changes with what is told, which may be more because another attempt ended or the quiz was closed. */
    private Response sheet(QuizView quiz, AttemptView attempt, FanAttempts ofFan) {
        var content = quiz.toContent();
        var finished = attempt.end();
        boolean keyIsFree = quiz.isClosed() || ofFan.noneIsLeft(content);
        var sheet = finished == null
                ? AttemptSheet.inProgress(attempt.beginning(), content, attempt.answersSoFar())
                : AttemptSheet.finished(finished, content, keyIsFree);
        return answers.resource(sheet, attempt, finished != null && keyIsFree ? "key" : "");
    }
}
