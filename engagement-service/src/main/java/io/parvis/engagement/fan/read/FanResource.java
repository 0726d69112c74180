package io.parvis.engagement.fan.read;

import io.parvis.engagement.brand.KnownBrands;
import io.parvis.eventing.edge.Answers;
import io.parvis.eventing.edge.Page;
import io.parvis.eventing.edge.PageRequest;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.Views;
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

@Path("/v1/brands/{brandId}/fans")
@Tag(name = "Fans")
class FanResource {

    private final Mutiny.SessionFactory sessions;
    private final RequestFacts request;

    FanResource(Mutiny.SessionFactory sessions, RequestFacts request) {
        this.sessions = sessions;
        this.request = request;
    }

    @GET
    @Operation(summary = "List a brand's fans", description = "Newest first.")
    public Uni<Page<Fan>> list(String brandId, @BeanParam PageRequest page) {
        request.caller().requireAny(brandId);
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() -> page.newestOf(session, FanView.class, "brandId", brandId)))
                .map(fans -> Page.of(fans, page, fan -> fan.position, FanView::toFan));
    }

    @GET
    @Path("{fanId}")
    @Operation(summary = "Read a fan")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Fan.class)))
    public Uni<Response> read(String brandId, String fanId) {
        request.caller().requireAny(brandId);
        return sessions.withSession(
                        session -> Views.find(session, FanView.class, "fan", fanId, fan -> fan.brandId.equals(brandId)))
                .map(fan -> Answers.resource(fan.toFan(), fan.version));
    }
}
