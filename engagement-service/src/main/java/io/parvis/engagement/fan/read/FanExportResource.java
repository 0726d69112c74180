package io.parvis.engagement.fan.read;

import io.parvis.engagement.fan.FanAccess;
import io.parvis.engagement.fan.KnownOfFan;
import io.parvis.eventing.edge.Allowed;
import io.parvis.eventing.edge.ReadsFrom;
import io.parvis.eventing.edge.RequestFacts;
import io.parvis.eventing.edge.Role;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/fans/{fanId}/export")
@Tag(name = "Fans")
@ReadsFrom(ReadsFrom.ALL)
class FanExportResource {

    private final Mutiny.SessionFactory sessions;
    private final RequestFacts request;
    private final Fans fans;
    private final List<KnownOfFan> sources;
    private final Clock clock;

    FanExportResource(
            Mutiny.SessionFactory sessions,
            RequestFacts request,
            Fans fans,
            @All List<KnownOfFan> sources,
            Clock clock) {
        this.sessions = sessions;
        this.request = request;
        this.fans = fans;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * @param consents everything that was said, oldest first
     * @param activity by kind, newest first
     */
    @Schema(name = "FanExport")
    record Answer(Instant exportedAt, Fan fan, List<ConsentView.Said> consents, Map<String, List<?>> activity) {}

    private record Found(FanView fan, List<ConsentView.Said> consents, Map<String, List<?>> activity) {}

    @GET
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Export all that is known of a fan",
            description = "Contact data in clear, consents with their history and wording, and what the fan took part"
                    + " in. Takes the role moderator or admin, or partner for the fans that it wrote.")
    public Uni<Answer> export(String brandId, String fanId) {
        var onlyOf = FanAccess.changing(request.caller(), brandId);
        return sessions.withSession(session -> Fans.find(session, brandId, fanId, onlyOf)
                        .chain(fan -> consents(session, fanId)
                                .chain(said -> activity(session, fanId).map(known -> new Found(fan, said, known)))))
                .chain(found -> fans.opened(found.fan())
                        .map(contact -> new Answer(
                                clock.instant(), found.fan().toFan(contact), found.consents(), found.activity())));
    }

    private static Uni<List<ConsentView.Said>> consents(Mutiny.Session session, String fanId) {
        return session.createSelectionQuery(
                        "from ConsentView where fanId = :fan order by position, consentId", ConsentView.class)
                .setParameter("fan", fanId)
                .getResultList()
                .map(rows -> rows.stream().map(ConsentView::toSaid).toList());
    }

    /** One after the other: a session does one thing at a time. */
    private Uni<Map<String, List<?>>> activity(Mutiny.Session session, String fanId) {
        var known = Uni.createFrom().<Map<String, List<?>>>item(new TreeMap<>());
        for (var source : sources) {
            known = known.chain(sofar -> source.of(session, fanId)
                    .invoke(items -> sofar.put(source.name(), items))
                    .replaceWith(sofar));
        }
        return known;
    }
}
