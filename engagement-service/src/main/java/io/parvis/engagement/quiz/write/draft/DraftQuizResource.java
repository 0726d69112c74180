package io.parvis.engagement.quiz.write.draft;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/quizzes")
@Tag(name = "Quizzes")
class DraftQuizResource {

    private final Answers answers;

    DraftQuizResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "QuizCreated")
    record Answer(String quizId) {}

    @POST
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Draft a quiz or a game",
            description =
                    "Writes down its questions, their key and its advice. Ids of questions and options are the author's"
                            + " own; fans see them, so they must not tell what is right. `single` and `true-false` have one"
                            + " correct option; `true-false` has two options. `multiple` has one correct option or more: an"
                            + " answer earns points × max(0, right ones chosen − wrong ones chosen) ÷ right ones there are."
                            + " `number` has an `answer`: `exact` earns all points within the tolerance, `closeness` earns"
                            + " points × max(0, 1 − |error| ÷ tolerance). Points have two decimals, rounded half up per"
                            + " question. Bands are in ascending order, without gap or overlap, from 0 to the highest score:"
                            + " each from its `from` to below its `to`, the last one to its `to` included. At most 200,000"
                            + " characters of text in all. Takes the role editor or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    public Uni<Response> draft(String brandId, @NotNull QuizContent body) {
        return answers.created(new DraftQuiz(new QuizId(Ulid.next()), new BrandId(brandId), body), outcome -> {
            var quizId = outcome.event(QuizDrafted.class).quizId();
            return new Created("/v1/brands/%s/quizzes/%s".formatted(brandId, quizId), new Answer(quizId.value()));
        });
    }
}
