package io.parvis.engagement.fan.write.erase;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.fan.FanAccess;
import io.parvis.engagement.fan.erasure.Erasures;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/fans/{fanId}")
@Tag(name = "Fans")
class EraseFanResource {

    private final Answers answers;
    private final RequestFacts request;
    private final Erasures erasures;

    EraseFanResource(Answers answers, RequestFacts request, Erasures erasures) {
        this.answers = answers;
        this.request = request;
        this.erasures = erasures;
    }

    @DELETE
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Forget a fan",
            description =
                    "Destroys the key under which the fan's contact data is encrypted and the fan's entries in the"
                            + " blind index, and answers when they are gone. The fan is no longer found, and the person may"
                            + " register again as another. Entries, proofs and totals stay, without a person behind them. Asking"
                            + " again is answered alike. Takes the role moderator or admin, or partner for the fans that it wrote.")
    @APIResponse(responseCode = "204", description = "The fan is forgotten.")
    public Uni<Response> erase(String brandId, String fanId) {
        var onlyOf = FanAccess.changing(request.caller(), brandId);
        var command = new EraseFan(new FanId(Ids.valid(fanId, "fan")), new BrandId(brandId), onlyOf);
        return answers.done(command).call(() -> erasures.erased(command.brandId(), command.fanId()));
    }
}
