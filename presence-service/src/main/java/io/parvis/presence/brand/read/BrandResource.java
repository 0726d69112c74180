package io.parvis.presence.brand.read;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.AsOf;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.RequestFacts;
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

@Path("/v1/brands")
@Tag(name = "Brands")
@ReadsFrom("presence.brands")
class BrandResource {

    private final Mutiny.SessionFactory sessions;
    private final RequestFacts request;
    private final BrandHistory history;
    private final Answers answers;

    BrandResource(Mutiny.SessionFactory sessions, RequestFacts request, BrandHistory history, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
        this.request = request;
        this.history = history;
    }

    @GET
    @Allowed.ToEveryCaller
    @Operation(summary = "List the brands that the caller may see", description = "Newest first.")
    public Uni<Page<Brand>> list(@BeanParam PageRequest page) {
        var caller = request.caller();
        long before = page.before();
        int fetch = page.fetch();
        return sessions.withSession(session -> session.createSelectionQuery(
                                "from BrandView where position < :before and (:all = true or brandId in :brands)"
                                        + " order by position desc",
                                BrandView.class)
                        .setParameter("before", before)
                        .setParameter("all", caller.seesEveryBrand())
                        .setParameter("brands", caller.brands())
                        .setMaxResults(fetch)
                        .getResultList())
                .map(brands -> Page.of(brands, page, brand -> brand.position, BrandView::toBrand));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{brandId}")
    @Operation(summary = "Read a brand", description = "With `asOf` as it was then; 404 before it was registered.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Brand.class)))
    public Uni<Response> read(String brandId, @BeanParam AsOf asOf) {
        if (asOf.isGiven()) {
            return history.asOf(new BrandId(Ids.valid(brandId, "brand")), asOf)
                    .map(brand -> Response.ok(brand.toBrand()).build());
        }
        return newest(brandId).map(brand -> answers.resource(brand.toBrand(), brand));
    }

    private Uni<BrandView> newest(String brandId) {
        return sessions.withSession(session -> session.find(BrandView.class, Ids.valid(brandId, "brand")))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("brand"));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{brandId}/persona")
    @Operation(
            summary = "Read who the brand is",
            description = "404 as `persona-not-found` where nothing was said yet.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "Persona")))
    public Uni<Response> persona(String brandId) {
        return sessions.withSession(session -> session.find(PersonaView.class, Ids.valid(brandId, "brand")))
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("persona"))
                .map(persona -> answers.resource(Persona.of(persona), persona));
    }
}
