package io.parvis.engagement.fan.write.register;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.BirthDate;
import io.parvis.edge.value.CountryCode;
import io.parvis.edge.value.Key;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Answers.Created;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.Consents;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.fan.personal.Contact;
import io.parvis.engagement.fan.personal.Email;
import io.parvis.engagement.fan.personal.EmailAddress;
import io.parvis.engagement.fan.personal.FanVault;
import io.parvis.engagement.fan.personal.FanVault.Prepared;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.invitation.ReferralLinks;
import io.parvis.eventing.id.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/fans")
@Tag(name = "Fans")
class RegisterFanResource {

    private final Answers answers;
    private final RequestFacts request;
    private final FanVault vault;
    private final ReferralLinks links;

    RegisterFanResource(Answers answers, RequestFacts request, FanVault vault, ReferralLinks links) {
        this.answers = answers;
        this.request = request;
        this.vault = vault;
        this.links = links;
    }

    @Schema(name = "FanRegistration")
    record Body(
            @Nullable @Key @Size(min = 1, max = 200) String externalId,

            @Nullable @Key @Size(min = 1, max = 200) String handle,

            @Nullable @Key @Size(max = EmailAddress.MAX_LENGTH) @Email
            String email,

            @Nullable @BirthDate LocalDate birthDate,
            @NotNull @CountryCode String country,

            @Nullable @Size(max = 20) List<@NotNull @Valid Consent> consents,

            @Schema(description = "Of the share link through which the fan came.") @Nullable @Key @Size(max = 200)
            String referralToken) {

        private Contact contact() {
            return new Contact(externalId, handle, email, birthDate);
        }

        private FanRegistered of(BrandId brandId, FanId fanId, Prepared prepared, String principal) {
            return new FanRegistered(
                    fanId,
                    brandId,
                    prepared.externalIndex(),
                    prepared.emailIndex(),
                    contact().isEmpty() ? null : prepared.contact(),
                    country,
                    consents == null ? List.of() : consents,
                    principal);
        }
    }

    @Schema(name = "FanCreated")
    record Answer(String fanId, Invitation.@Nullable Counted referral) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Register a fan",
            description = "Somebody takes part. External id and mailbox, where there are any, are unique per brand, so"
                    + " that one person is one fan as far as can be known. What names or reaches the person is encrypted"
                    + " under a key of the fan's own before it is kept. A `referralToken` says through whose share link the fan"
                    + " came to the link's campaign, which settles their circle there; one that counts for nothing costs no"
                    + " registration, and `referral` tells why. Takes the role partner, moderator or admin.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "409", description = "`external-id-taken`, `email-taken`, `brand-is-archived`")
    public Uni<Response> register(String brandId, @NotNull Body body) {
        Consents.mustNameEachPurposeOnce(body.consents());
        var brand = new BrandId(brandId);
        var newId = new FanId(Ulid.next());
        var principal = request.caller().principal();
        return links.invitation(brand, body.referralToken())
                .chain(invitation -> vault.prepare(brand, newId, body.contact())
                        .map(prepared -> new RegisterFan(body.of(brand, newId, prepared, principal), invitation)))
                .chain(command -> answers.created(command, outcome -> {
                    var fanId = outcome.event(FanRegistered.class).fanId();
                    return new Created(
                            "/v1/brands/%s/fans/%s".formatted(brandId, fanId),
                            new Answer(fanId.value(), command.invitation().countedForNewcomer(outcome)));
                }));
    }
}
