package io.parvis.engagement.coupon.write.create;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.Concerns;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/coupon-pools")
@Tag(name = "Coupons")
class CreateCouponPoolResource {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Answers answers;

    CreateCouponPoolResource(Answers answers) {
        this.answers = answers;
    }

    @Schema(name = "CouponPoolToCreate")
    record Body(
            @NotBlank @Size(max = 200) String name,

            @Schema(description = "How long a code is held for a fan: PT1S to P366D; a day where absent.") @Nullable
            Duration reservationWindow,

            @Schema(description = "From when on no code is given or redeemed; never where absent.") @Nullable
            Instant validUntil) {

        @Concerns("reservationWindow")
        @AssertTrue(message = "reservationWindow must be from a second to 366 days")
        @Schema(hidden = true)
        boolean isHeldForAReasonableTime() {
            return reservationWindow == null
                    || reservationWindow.compareTo(Duration.ofSeconds(1)) >= 0
                            && reservationWindow.compareTo(Duration.ofDays(366)) <= 0;
        }
    }

    @Schema(name = "CouponPoolCreated")
    record Answer(String couponPoolId) {}

    @POST
    @Allowed({Role.EDITOR, Role.ADMIN})
    @Operation(
            summary = "Set up a coupon pool",
            description = "It is empty until codes are imported. Takes the role editor or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`")
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    public Uni<Response> create(String brandId, @NotNull Body body) {
        var window = body.reservationWindow() == null ? A_DAY : body.reservationWindow();
        var command = new CreateCouponPool(
                new CouponPoolId(Ulid.next()), new BrandId(brandId), body.name(), window, body.validUntil());
        return answers.created(command, outcome -> {
            var couponPoolId = outcome.event(CouponPoolCreated.class).couponPoolId();
            return new Created(
                    "/v1/brands/%s/coupon-pools/%s".formatted(brandId, couponPoolId), new Answer(couponPoolId.value()));
        });
    }
}
