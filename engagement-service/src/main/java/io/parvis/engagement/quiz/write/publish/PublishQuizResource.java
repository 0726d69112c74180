package io.parvis.engagement.quiz.write.publish;

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

@Path("/v1/brands/{brandId}/quizzes/{quizId}/publish")
@Tag(name = "Quizzes")
class PublishQuizResource {

    private final Answers answers;

    PublishQuizResource(Answers answers) {
        this.answers = answers;
    }

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Publish a quiz",
            description =
                    "Offers it to the public; from now on it does not change. Decided with the brand's life in the"
                            + " same condition: an archived brand publishes nothing, however close the two acts are."
                            + " Publishing it again changes nothing. Takes the role approver or admin.")
    @APIResponse(responseCode = "204", description = "It is published.")
    @APIResponse(
            responseCode = "409",
            description = "`brand-is-archived`, `quiz-over-before-published`, `quiz-is-closed`")
    public Uni<Response> publish(String brandId, String quizId) {
        return answers.done(new PublishQuiz(new QuizId(Ids.valid(quizId, "quiz")), new BrandId(brandId)));
    }
}
