package io.parvis.engagement.quiz.write.start;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.value.Key;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.ReferralLinks;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.AttemptSheet;
import io.parvis.engagement.quiz.PublishedQuizzes;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
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
    private final PublishedQuizzes quizzes;
    private final ReferralLinks links;

    StartAttemptResource(Answers answers, PublishedQuizzes quizzes, ReferralLinks links) {
        this.answers = answers;
        this.quizzes = quizzes;
        this.links = links;
    }

    @Schema(name = "QuizAttemptStart")
    record Body(
            @NotNull @Size(min = 1, max = 64) String fanId,

            @Schema(description = "Of the share link through which the fan came.") @Nullable @Key @Size(max = 200)
            String referralToken) {}

    @Schema(name = "QuizAttemptStarted")
    record Answer(@JsonUnwrapped AttemptSheet attempt, Invitation.@Nullable Counted referral) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Start an attempt",
            description =
                    "Gives the questions without their key, in this attempt's own order where the quiz is shuffled."
                            + " A time limit runs from now. A fan has one attempt at a time, and as many as the quiz allows."
                            + " A `referralToken` says through whose share link the fan came; one that counts for nothing"
                            + " costs no attempt, and `referral` tells why. Takes the role partner, moderator or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `quiz-not-found`, `fan-not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`quiz-is-closed`, `attempt-in-progress` (with `attemptId`), `no-attempts-left` (with `allowed`)")
    public Uni<Response> start(String brandId, String quizId, @NotNull Body body) {
        var brand = new BrandId(brandId);
        var quiz = new QuizId(quizId);
        var fan = new FanId(Ids.valid(body.fanId(), "fan"));
        return quizzes.content(brand, quiz)
                .chain(content -> links.invitation(brand, body.referralToken())
                        .map(invitation -> new StartAttempt(new AttemptId(Ulid.next()), quiz, brand, fan, invitation))
                        .chain(command -> answers.created(command, outcome -> {
                            var started = outcome.event(AttemptStarted.class);
                            var location = "/v1/brands/%s/quizzes/%s/attempts/%s"
                                    .formatted(brandId, quizId, started.attemptId());
                            return new Created(
                                    location,
                                    new Answer(
                                            AttemptSheet.inProgress(started, content, Map.of()),
                                            command.invitation().counted(outcome, command.campaign(), fan)));
                        })));
    }
}
