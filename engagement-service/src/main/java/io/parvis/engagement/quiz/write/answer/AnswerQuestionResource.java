package io.parvis.engagement.quiz.write.answer;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.Concerns;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/quizzes/{quizId}/attempts/{attemptId}/answers")
@Tag(name = "Quizzes")
class AnswerQuestionResource {

    private final Answers answers;

    AnswerQuestionResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "QuizAnswer", description = "Either optionIds or number.")
    record Body(
            @NotNull @Size(min = 1, max = 64) String questionId,

            @Nullable @Size(min = 1, max = 20) List<@NotNull @Size(min = 1, max = 64) String> optionIds,

            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal number) {

        @Concerns("optionIds")
        @AssertTrue(message = "must have either optionIds or number")
        @Schema(hidden = true)
        boolean isOneAnswer() {
            return (optionIds == null) != (number == null);
        }

        @Concerns("optionIds")
        @AssertTrue(message = "must name each option once")
        @Schema(hidden = true)
        boolean isWithoutRepetition() {
            return optionIds == null || new HashSet<>(optionIds).size() == optionIds.size();
        }
    }

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Answer a question",
            description = "Until the attempt is finished, an answer replaces the one before. Whether it is right is not"
                    + " told, and is not looked at: the answer to a right and to a wrong one is the same. Takes the role"
                    + " partner, moderator or admin.")
    @APIResponse(responseCode = "204", description = "It is taken.")
    @APIResponse(
            responseCode = "404",
            description = "`brand-not-found`, `attempt-not-found`, `question-not-found`, `option-not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`attempt-is-finished`, `quiz-is-closed`, `time-is-up`, `options-expected`, `number-expected`,"
                            + " `one-option-expected`, `answered-too-often`")
    public Uni<Response> answer(String brandId, String quizId, String attemptId, @NotNull Body body) {
        return answers.done(new AnswerQuestion(
                new AttemptId(Ids.valid(attemptId, "attempt")),
                new QuizId(Ids.valid(quizId, "quiz")),
                new BrandId(brandId),
                new QuestionId(body.questionId()),
                new GivenAnswer(chosen(body), body.number())));
    }

    private static @Nullable List<OptionId> chosen(Body body) {
        return body.optionIds() == null
                ? null
                : body.optionIds().stream().map(OptionId::new).toList();
    }
}
