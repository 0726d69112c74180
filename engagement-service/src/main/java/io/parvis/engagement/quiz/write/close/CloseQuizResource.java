package io.parvis.engagement.quiz.write.close;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.quiz.QuizId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/quizzes/{quizId}/close")
@Tag(name = "Quizzes")
class CloseQuizResource {

    private final Answers answers;

    CloseQuizResource(Answers answers) {
        this.answers = answers;
    }

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Close a quiz",
            description =
                    "Nothing is started or answered any more, attempts under way are marked with what was answered,"
                            + " and the key and all advice may be read. A quiz with `closesAt` closes by itself. Closing it"
                            + " again changes nothing. Takes the role approver or admin.")
    @APIResponse(responseCode = "204", description = "It is closed.")
    @APIResponse(responseCode = "409", description = "`quiz-not-published`")
    public Uni<Response> close(String brandId, String quizId) {
        return answers.done(new CloseQuiz(new QuizId(Ids.valid(quizId, "quiz")), new BrandId(brandId)));
    }
}
