package io.parvis.engagement.quiz.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/quizzes/{quizId}")
@Tag(name = "Quizzes")
class ChangeQuizResource {

    private final Answers answers;

    ChangeQuizResource(Answers answers) {
        this.answers = answers;
    }

    @PATCH
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Change a quiz while it is a draft",
            description =
                    "Members given replace, null removes, the rest stays (RFC 7396); lists are replaced as a whole. The"
                            + " whole must then hold as when drafting. Takes the role editor or admin.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QuizContent.class)))
    @APIResponse(responseCode = "204", description = "It is changed.")
    @APIResponse(responseCode = "409", description = "`quiz-is-no-draft`, `brand-is-archived`")
    @APIResponse(responseCode = "412", description = "`version-mismatch`")
    public Uni<Response> change(String brandId, String quizId, @NotNull ObjectNode body) {
        return answers.done(new ChangeQuiz(new QuizId(Ids.valid(quizId, "quiz")), new BrandId(brandId), body));
    }
}
