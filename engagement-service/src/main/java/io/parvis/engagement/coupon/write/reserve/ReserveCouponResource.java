package io.parvis.engagement.coupon.write.reserve;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.coupon.CouponLookup;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/coupon-pools/{couponPoolId}/reserve")
@Tag(name = "Coupons")
class ReserveCouponResource {

    private final Answers answers;
    private final CouponLookup log;

    ReserveCouponResource(Answers answers, CouponLookup log) {
        this.answers = answers;
        this.log = log;
    }

    @Schema(name = "CouponReservationToMake")
    record Body(@NotNull @Size(min = 1, max = 64) String fanId) {}

    /** @param expiresAt when the code goes back into the pool unless it is redeemed */
    @Schema(name = "CouponReservation")
    record Answer(String reservationId, String fanId, String code, Instant expiresAt) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Reserve a code for a fan",
            description = "Tells the code, which is the fan's until `expiresAt` and goes back into the pool by itself"
                    + " then. Each code is one fan's at a time, however many ask at once. Takes the role partner,"
                    + " moderator or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `coupon-pool-not-found`, `fan-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`coupon-pool-is-empty`, `coupon-pool-is-over` (with `validUntil`), `brand-is-archived`")
    public Uni<Response> reserve(String brandId, String couponPoolId, @NotNull Body body) {
        var command = new ReserveCoupon(
                new CouponReservationId(Ulid.next()),
                new CouponPoolId(Ids.valid(couponPoolId, "coupon-pool")),
                new BrandId(brandId),
                new FanId(Ids.valid(body.fanId(), "fan")));
        var location = "/v1/brands/%s/coupon-pools/%s".formatted(brandId, couponPoolId);
        return answers.created(command, outcome -> new Created(location, outcome.event(CouponReserved.class)))
                .chain(response -> told(response, (CouponReserved) response.getEntity()));
    }

    /** The code is looked up once it is certain whose it is. */
    private Uni<Response> told(Response response, CouponReserved reserved) {
        return log.codeOf(reserved.couponPoolId(), reserved.number())
                .map(code -> Response.fromResponse(response)
                        .entity(new Answer(
                                reserved.reservationId().value(),
                                reserved.fanId().value(),
                                code,
                                reserved.expiresAt()))
                        .build());
    }
}
