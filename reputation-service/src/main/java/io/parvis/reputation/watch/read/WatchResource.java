package io.parvis.reputation.watch.read;

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

@Path("/v1/brands/{brandId}/watches")
@Tag(name = "Watches")
@ReadsFrom({"reputation.watches", "reputation.known-brands", "reputation.watch-contests"})
class WatchResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    WatchResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List a brand's watches", description = "Newest first.")
    public Uni<Page<Watch>> list(String brandId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() -> page.newestOf(session, WatchView.class, "brandId", brandId, WatchView.BYTES)))
                .map(watches -> Page.of(watches, page, watch -> watch.position, WatchView::toWatch));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{watchId}")
    @Operation(summary = "Read a watch")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Watch.class)))
    public Uni<Response> read(String brandId, String watchId) {
        return sessions.withSession(session ->
                        Views.find(session, WatchView.class, "watch", watchId, watch -> watch.brandId.equals(brandId)))
                .map(watch -> answers.resource(watch.toWatch(), watch));
    }
}
