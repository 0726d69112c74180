package io.parvis.reputation.mention.read;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.Views;
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

@Path("/v1/brands/{brandId}/mentions")
@Tag(name = "Mentions")
@ReadsFrom({"reputation.mentions", "reputation.known-brands"})
class MentionResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    MentionResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List what was said of a brand", description = "Newest captured first.")
    public Uni<Page<Mention>> list(String brandId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() ->
                                page.newestOf(session, MentionView.class, "brandId", brandId, "octet_length(text)")))
                .map(mentions -> Page.of(mentions, page, mention -> mention.position, MentionView::toMention));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{mentionId}")
    @Operation(
            summary = "Read a mention",
            description =
                    "Without `url`, `externalId` and `inReplyTo`: they usually name the author, and are not kept in clear.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Mention.class)))
    public Uni<Response> read(String brandId, String mentionId) {
        return sessions.withSession(session -> Views.find(
                        session, MentionView.class, "mention", mentionId, mention -> mention.brandId.equals(brandId)))
                .map(mention -> answers.resource(mention.toMention(), mention));
    }
}
