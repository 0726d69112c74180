package io.parvis.engagement.reward.write.move;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/fans/{fanId}/points")
@Tag(name = "Rewards")
class MovePointsResource {

    private final Answers answers;
    private final RequestFacts request;

    MovePointsResource(Answers answers, RequestFacts request) {
        this.answers = answers;
        this.request = request;
    }

    /**
     * @param reservationId names the reservation in later operations
     * @param tier the code of the fan's tier, this operation counted
     */
    @Schema(name = "PointsMoved")
    record Answer(
            String entryId,
            long points,
            long balance,
            long reserved,
            @Nullable String reservationId,
            @Nullable String tier) {

        static Answer of(PointsMoved moved) {
            var reservation = moved.reservationId();
            var made = moved.operation() == PointsOperation.RESERVE
                    ? moved.entryId().value()
                    : reservation == null ? null : reservation.value();
            var ledger = moved.ledger();
            var tier = ledger.standing().tier();
            return new Answer(
                    moved.entryId().value(),
                    moved.points(),
                    ledger.balance(),
                    ledger.reserved(),
                    made,
                    tier == null ? null : tier.code());
        }
    }

    @POST
    @Allowed({Role.PARTNER, Role.ADMIN})
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Move a fan's points",
            description = "`earn`, `reserve`, `burn` (points, or a whole reservation), `release` (a reservation), or"
                    + " `adjust` (with a reason; negative takes away). What expires soonest goes first; what is due"
                    + " expires first of all. An adjustment does not count against the cap. Takes the role partner or"
                    + " admin; an adjustment admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `fan-not-found`: an erased fan too")
    @APIResponse(
            responseCode = "409",
            description =
                    "`brand-is-archived` (a reservation can still be burned or released), `insufficient-points` (with `balance`), `cap-reached` (with `earnable`),"
                            + " `reservation-not-open` (with `reservationId`), `too-many-reservations` (with `open`)")
    public Uni<Response> move(String brandId, String fanId, @NotNull PointsToMove body) {
        if (body.adjusts()) {
            request.caller().require(brandId, Role.ADMIN);
        }
        body.check();
        var command = new MovePoints(
                new PointsEntryId(Ulid.next()),
                new BrandId(brandId),
                new FanId(Ids.valid(fanId, "fan")),
                body.operation(),
                body.points() == null ? 0 : body.points(),
                body.reservationId() == null ? null : new PointsReservationId(body.reservationId()),
                body.reason(),
                body.source());
        return answers.created(
                command,
                outcome -> new Created(
                        "/v1/brands/%s/fans/%s/statement".formatted(brandId, fanId),
                        Answer.of(outcome.event(PointsMoved.class))));
    }
}
