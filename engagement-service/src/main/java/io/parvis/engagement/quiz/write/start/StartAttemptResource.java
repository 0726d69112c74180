package io.parvis.engagement.quiz.write.start;

import io.parvis.engagement.quiz.AttemptSheet;
import io.parvis.engagement.quiz.PublishedQuizzes;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.eventing.edge.Answers;
import io.parvis.eventing.edge.Answers.Created;
import io.parvis.eventing.edge.Ids;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.Role;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/quizzes/{quizId}/attempts")
@Tag(name = "Quizzes")
class StartAttemptResource {

    private final Answers answers;
    private final RequestFacts request;
    private final PublishedQuizzes quizzes;

    StartAttemptResource(Answers answers, RequestFacts request, PublishedQuizzes quizzes) {
        this.answers = answers;
        this.request = request;
        this.quizzes = quizzes;
    }

    @Schema(name = "QuizAttemptStart")
    record Body(
            @NotNull @Size(min = 1, max = 64) String fanId,
            @Nullable @Size(min = 1, max = 200) String referralToken) {}

    @POST
    @Operation(
            summary = "Start an attempt",
            description =
                    "Gives the questions without their key, in this attempt's own order where the quiz is shuffled."
                            + " A time limit runs from now. A fan has one attempt at a time, and as many as the quiz allows."
                            + " Takes the role partner, moderator or admin.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AttemptSheet.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `quiz-not-found`, `fan-not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`quiz-is-closed`, `attempt-in-progress` (with `attemptId`), `no-attempts-left` (with `allowed`)")
    public Uni<Response> start(String brandId, String quizId, @Valid @NotNull Body body) {
        request.caller().require(brandId, Role.PARTNER, Role.MODERATOR, Role.ADMIN);
        var command = new StartAttempt(
                Ids.next(), Ids.valid(quizId, "quiz"), brandId, Ids.valid(body.fanId(), "fan"), body.referralToken());
        return quizzes.content(brandId, quizId)
                .chain(content -> answers.created(command, outcome -> {
                    var started = outcome.event(AttemptStarted.class);
                    var location =
                            "/v1/brands/%s/quizzes/%s/attempts/%s".formatted(brandId, quizId, started.attemptId());
                    return new Created(location, AttemptSheet.inProgress(started, content, Map.of()));
                }));
    }
}
