package io.parvis.engagement.fan.read;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.web.Answers;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.fan.FanAccess;
import io.parvis.engagement.fan.personal.Contact;
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
@ReadsFrom({"engagement.fan-profiles", "engagement.known-brands"})
class FanResource {

    private final Mutiny.SessionFactory sessions;
    private final RequestFacts request;
    private final Fans fans;
    private final Answers answers;

    FanResource(Mutiny.SessionFactory sessions, RequestFacts request, Fans fans, Answers answers) {
        this.answers = answers;
        this.sessions = sessions;
        this.request = request;
        this.fans = fans;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(
            summary = "List a brand's fans",
            description = "Newest first, without personal data, whoever asks. A partner sees the fans that it wrote.")
    public Uni<Page<Fan>> list(String brandId, @BeanParam PageRequest page) {
        var onlyOf = FanAccess.reading(request.caller(), brandId);
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                        .chain(() -> onlyOf == null
                                ? page.newestOf(session, FanView.class, "brandId", brandId)
                                : Fans.newestOf(session, brandId, onlyOf, page)))
                .map(found -> Page.of(found, page, fan -> fan.position, fan -> fan.toFan(Contact.NONE)));
    }

    @GET
    @Allowed.ToEveryRole
    @Path("{fanId}")
    @Operation(
            summary = "Read a fan",
            description = "With what names or reaches the person for admin, moderator and the partner that wrote it;"
                    + " without for all others. An erased fan is not found.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Fan.class)))
    public Uni<Response> read(String brandId, String fanId) {
        var caller = request.caller();
        var onlyOf = FanAccess.reading(caller, brandId);
        return sessions.withSession(session -> Fans.find(session, brandId, fanId, onlyOf))
                .chain(fan -> FanAccess.seesContact(caller, brandId, fan.registeredBy)
                        ? fans.opened(fan).map(contact -> answers.resource(fan.toFan(contact), fan, "contact"))
                        : Uni.createFrom().item(answers.resource(fan.toFan(Contact.NONE), fan)));
    }
}
