package io.parvis.engagement.quiz.write.finish;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.AttemptSheet;
import io.parvis.engagement.quiz.PublishedQuizzes;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/quizzes/{quizId}/attempts/{attemptId}/finish")
@Tag(name = "Quizzes")
class FinishAttemptResource {

    private final Answers answers;
    private final PublishedQuizzes quizzes;

    FinishAttemptResource(Answers answers, PublishedQuizzes quizzes) {
        this.answers = answers;
        this.quizzes = quizzes;
    }

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Finish an attempt",
            description = "Marks what was answered; what was not earns nothing. After the fan's last attempt the answer"
                    + " tells what was right, with the advice per question and band. While the fan has attempts left it"
                    + " tells the score only; and not even that where a question scores closeness, because the score"
                    + " would tell the number. An attempt whose time is up, or whose quiz was closed, is finished with"
                    + " what was answered until then, by itself too. Takes the role partner, moderator or admin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AttemptSheet.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `quiz-not-found`, `attempt-not-found`")
    @APIResponse(responseCode = "409", description = "`attempt-is-finished`")
    public Uni<Response> finish(String brandId, String quizId, String attemptId) {
        var command = new FinishAttempt(
                new AttemptId(Ids.valid(attemptId, "attempt")),
                new QuizId(Ids.valid(quizId, "quiz")),
                new BrandId(brandId));
        return quizzes.content(new BrandId(brandId), new QuizId(quizId))
                .chain(content -> answers.send(command, outcome -> {
                    var finished = outcome.event(AttemptFinished.class);
                    // Attempts follow one another, so when the last one allowed ends, all have ended.
                    boolean keyIsFree =
                            finished.ordinal() >= content.attemptsAllowed() || finished.endedBy() == EndedBy.CLOSING;
                    return Response.ok(AttemptSheet.finished(finished, content, keyIsFree));
                }));
    }
}
