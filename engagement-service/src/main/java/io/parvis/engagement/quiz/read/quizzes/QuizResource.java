package io.parvis.engagement.quiz.read.quizzes;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.quiz.KeyReaders;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/quizzes")
@Tag(name = "Quizzes")
@ReadsFrom({"engagement.quizzes", "engagement.known-brands"})
class QuizResource {

    private static final String WHO_READS_THE_KEY =
            " The roles editor, approver and admin read key and advice; others once the quiz is closed.";

    private final Mutiny.SessionFactory sessions;
    private final RequestFacts request;
    private final Answers answers;

    QuizResource(Mutiny.SessionFactory sessions, RequestFacts request, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
        this.request = request;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List a brand's quizzes", description = "Newest first." + WHO_READS_THE_KEY)
    public Uni<Page<Quiz>> list(String brandId, @BeanParam PageRequest page) {
        boolean key = KeyReaders.mayRead(request.caller(), new BrandId(brandId));
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() ->
                                page.newestOf(session, QuizView.class, "brandId", brandId, "octet_length(content)")))
                .map(quizzes -> Page.of(quizzes, page, quiz -> quiz.position, quiz -> Quiz.of(quiz, key)));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{quizId}")
    @Operation(
            summary = "Read a quiz",
            description = "Without the key, the questions of a shuffled quiz do not stand in their author's order."
                    + WHO_READS_THE_KEY)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Quiz.class)))
    public Uni<Response> read(String brandId, String quizId) {
        boolean key = KeyReaders.mayRead(request.caller(), new BrandId(brandId));
        return sessions.withSession(session -> Quizzes.find(session, brandId, quizId))
                .map(quiz -> answers.resource(Quiz.of(quiz, key), quiz, key || quiz.isClosed() ? "key" : ""));
    }
}
