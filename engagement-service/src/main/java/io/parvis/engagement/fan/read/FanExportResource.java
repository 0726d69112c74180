package io.parvis.engagement.fan.read;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.RequestFacts;
import io.parvis.engagement.fan.FanAccess;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestMulti;

@Path("/v1/brands/{brandId}/fans/{fanId}/export")
@Tag(name = "Fans")
@ReadsFrom(ReadsFrom.ALL)
class FanExportResource {

    private final Mutiny.SessionFactory sessions;
    private final RequestFacts request;
    private final Fans fans;
    private final FanExport export;

    FanExportResource(Mutiny.SessionFactory sessions, RequestFacts request, Fans fans, FanExport export) {
        this.sessions = sessions;
        this.request = request;
        this.fans = fans;
        this.export = export;
    }

    /**
     * What is answered, for the document alone.
     *
     * @param consents everything that was said, oldest first
     * @param activity by kind, newest first
     */
    @Schema(name = "FanExport")
    record Answer(Instant exportedAt, Fan fan, List<ConsentView.ConsentJson> consents, Map<String, List<?>> activity) {}

    @GET
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Export all that is known of a fan",
            description = "Contact data in clear, consents with their history and wording, and what the fan took part"
                    + " in. However much that is, it is one document, made while it is sent: its length is not told before,"
                    + " and one that breaks off is no JSON. Takes the role moderator or admin, or partner for the fans that"
                    + " it wrote.")
    @APIResponse(
            responseCode = "200",
            description = "All of it.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    public Multi<byte[]> export(String brandId, String fanId) {
        var onlyOf = FanAccess.changing(request.caller(), brandId);
        var document = sessions.withSession(session -> Fans.find(session, brandId, fanId, onlyOf))
                .chain(fan -> fans.opened(fan).map(fan::toFan))
                .onItem()
                .transformToMulti(export::of);
        return RestMulti.fromMultiData(document).encodeAsJsonArray(false).build();
    }
}
