package io.parvis.engagement.contest.write.enter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.value.Key;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.instant.InstantWins;
import io.parvis.engagement.contest.log.ReceiptHashCache;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.drawing.ReceiptSigner;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.ReferralLinks;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/contests/{contestId}/entries")
@Tag(name = "Contests")
class EnterContestResource {

    private final Answers answers;
    private final ReceiptHashCache promises;
    private final ReceiptSigner signer;
    private final ReferralLinks links;
    private final InstantWins instant;

    EnterContestResource(
            Answers answers,
            ReceiptHashCache promises,
            ReceiptSigner signer,
            ReferralLinks links,
            InstantWins instant) {
        this.answers = answers;
        this.promises = promises;
        this.signer = signer;
        this.links = links;
        this.instant = instant;
    }

    @Schema(name = "ContestEntry")
    record Body(
            @NotNull @Size(min = 1, max = 64) String fanId,

            @Schema(description = "Of the share link through which the fan came.") @Nullable @Key @Size(max = 200)
            String referralToken) {}

    @Schema(name = "ContestEntryCreated")
    record Answer(
            String entryId,

            @Schema(
                    description =
                            "The signed word of the service that this entry stands at this position: give it to the"
                                    + " entrant, who can prove with it that they are in the draw, or were left out"
                                    + " (`parvis-draw-receipt-1` of docs/draw-proof.md). Asked for again with the same"
                                    + " Idempotency-Key it says the same; only the batch in which it is signed may"
                                    + " differ.")
            Map<String, Object> receipt,

            Invitation.@Nullable Counted referral,

            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            @Schema(
                    nullable = true,
                    implementation = WonPrize.class,
                    description =
                            "What an entry to an instant win won; null where it won nothing, and always for a draw."
                                    + " One prize per fan.")
            WonPrize won) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Enter a contest",
            description = "Judged by the rules in force when it arrives; the first rule that forbids it is told. Of an"
                    + " instant win, the answer tells what was won: the first entry after each secret moment wins its"
                    + " prize. A `referralToken` says through whose share link the fan came; one that counts for"
                    + " nothing costs no entry, and `referral` tells why. Takes the role partner, moderator or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "409",
            description = "`contest-not-yet-open`, `contest-is-over`, `contest-is-cancelled`, `draw-not-committed`,"
                    + " `contest-is-full` (with `maxEntries`), `fan-already-entered`, `entry-frequency-reached` (with"
                    + " `nextEntryAt`), `country-not-admitted`, `fan-is-excluded`, `fan-age-unknown`, `fan-too-young`")
    public Uni<Response> enter(String brandId, String contestId, @NotNull Body body) {
        var command = new EnterContest(
                new EntryId(Ulid.next()),
                new ContestId(Ids.valid(contestId, "contest")),
                new BrandId(brandId),
                new FanId(Ids.valid(body.fanId(), "fan")));
        return body.referralToken() == null
                ? enter(command)
                : links.invitation(new BrandId(brandId), body.referralToken())
                        .chain(invitation -> enter(command.through(invitation)));
    }

    private Uni<Response> enter(EnterContest command) {
        return answers.createdAfter(command, outcome -> created(command, outcome));
    }

    /** Each step more costs every entry: only an instant win is asked what was won. */
    private Uni<Created> created(EnterContest command, CommandOutcome outcome) {
        if (outcome.has(InstantPrizeWon.class)) {
            return WonPrize.of(outcome, instant).chain(won -> created(command, outcome, won));
        }
        return instant.mayBeBehind(command.contestId())
                ? instant.catchUp(command.contestId()).chain(known -> created(command, outcome, null))
                : created(command, outcome, null);
    }

    private Uni<Created> created(EnterContest command, CommandOutcome outcome, @Nullable WonPrize won) {
        var entered = outcome.event(ContestEntered.class);
        var known = promises.knownReceipt(entered, outcome.position());
        var signed =
                known == null ? promises.receipt(entered, outcome.position()).chain(signer::sign) : signer.sign(known);
        return signed.map(receipt -> new Created(
                location(entered),
                new Answer(
                        entered.entryId().value(),
                        receipt,
                        command.invitation().counted(outcome, command.campaign(), command.fanId()),
                        won)));
    }

    private static String location(ContestEntered entered) {
        return "/v1/brands/%s/contests/%s/entries/%s"
                .formatted(entered.brandId(), entered.contestId(), entered.entryId());
    }
}
