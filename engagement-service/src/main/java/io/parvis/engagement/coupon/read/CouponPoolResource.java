package io.parvis.engagement.coupon.read;

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

@Path("/v1/brands/{brandId}/coupon-pools")
@Tag(name = "Coupons")
@ReadsFrom({"engagement.coupon-pools", "engagement.known-brands"})
class CouponPoolResource {

    private final Mutiny.SessionFactory sessions;
    private final Answers answers;

    CouponPoolResource(Mutiny.SessionFactory sessions, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(summary = "List a brand's coupon pools", description = "Newest first; how many codes, and none of them.")
    public Uni<Page<CouponPoolSummary>> list(String brandId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() -> page.newestOf(session, CouponPoolView.class, "brandId", brandId)))
                .map(pools -> Page.of(pools, page, pool -> pool.position, CouponPoolView::summary));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{couponPoolId}")
    @Operation(summary = "Read a coupon pool", description = "How many codes it has, and none of them.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CouponPoolSummary.class)))
    @APIResponse(responseCode = "404", description = "`coupon-pool-not-found`")
    public Uni<Response> read(String brandId, String couponPoolId) {
        return sessions.withSession(session -> Views.find(
                        session,
                        CouponPoolView.class,
                        "coupon-pool",
                        couponPoolId,
                        pool -> pool.brandId.equals(brandId))
                .map(pool -> answers.resource(pool.summary(), pool)));
    }
}
