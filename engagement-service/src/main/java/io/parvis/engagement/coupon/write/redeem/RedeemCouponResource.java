package io.parvis.engagement.coupon.write.redeem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.value.Key;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.coupon.CouponLookup;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.id.FanId;
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
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/coupon-pools/{couponPoolId}/redeem")
@Tag(name = "Coupons")
class RedeemCouponResource {

    private final Answers answers;
    private final CouponLookup log;

    RedeemCouponResource(Answers answers, CouponLookup log) {
        this.answers = answers;
        this.log = log;
    }

    @Schema(name = "CouponToRedeem")
    record Body(
            @NotNull @Key @Size(min = 1, max = 64) String code,

            @Schema(description = "Who uses it; where it is given, a code that is reserved must be this fan's.")
            @Nullable
            @Size(min = 1, max = 64)
            String fanId) {}

    /** @param fanId whose it was; absent where nobody was named */
    @Schema(name = "CouponRedeemed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(Instant redeemedAt, @Nullable String fanId) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Redeem a code",
            description =
                    "Each code once, however many try at once. One that was reserved once can be redeemed while it"
                            + " is reserved; one that never was, by whoever has it. What is reserved can be redeemed in an"
                            + " archived brand too. Takes the role partner, moderator or admin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`brand-not-found`, `coupon-pool-not-found`, `coupon-not-found`, `fan-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`coupon-already-redeemed` (with `redeemedAt`), `coupon-reservation-expired`,"
                    + " `coupon-reserved-for-another`, `coupon-pool-is-over` (with `validUntil`), `brand-is-archived`")
    public Uni<Response> redeem(String brandId, String couponPoolId, @NotNull Body body) {
        var fanId = body.fanId() == null ? null : new FanId(Ids.valid(body.fanId(), "fan"));
        var poolId = new CouponPoolId(Ids.valid(couponPoolId, "coupon-pool"));
        return log.numberOf(poolId, body.code())
                .chain(number ->
                        answers.send(new RedeemCoupon(poolId, new BrandId(brandId), number, fanId), outcome -> {
                            var redeemed = outcome.event(CouponRedeemed.class);
                            return Response.ok(new Answer(
                                    redeemed.redeemedAt(),
                                    redeemed.fanId() == null
                                            ? null
                                            : redeemed.fanId().value()));
                        }));
    }
}
