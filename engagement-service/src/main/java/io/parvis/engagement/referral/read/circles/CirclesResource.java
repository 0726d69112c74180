package io.parvis.engagement.referral.read.circles;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.referral.read.circles.Circles.Circle;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/campaigns/{campaignId}/circles")
@Tag(name = "Referrals")
@ReadsFrom({
    "engagement.known-brands",
    "engagement.contests",
    "engagement.quizzes",
    "engagement.entries",
    "engagement.attempts",
    "engagement.circles"
})
class CirclesResource {

    private static final String KNOWN = """
            select 1 from contest where contest_id = ?1 and brand_id = ?2
            union all select 1 from quiz where quiz_id = ?1 and brand_id = ?2""";

    /** Who takes part stands in entry or attempt anyway: keeping everybody once more would slow down every entry. */
    private static final String COUNT = """
            with taking_part as (
              select fan_id, min(position) as since from entry where contest_id = ?1 group by fan_id
              union all
              select split_part(fan_at_quiz, '/', 2), position from attempt where quiz_id = ?1 and ordinal = 1
            ), linked as (
              select fan_id, depth, position from circle_member where campaign_id = ?1
            ), member as (
              select fan_id, coalesce(linked.depth, 0) as depth, least(linked.position, taking_part.since) as since
              from taking_part full join linked using (fan_id)
            )
            select member.depth, count(*), count(converted_fan.fan_id)
            from member left join converted_fan
              on converted_fan.fan_id = member.fan_id and converted_fan.position > member.since
            group by member.depth order by member.depth""";

    private final Mutiny.SessionFactory sessions;

    CirclesResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @GET
    @Allowed({Role.ANALYST, Role.EDITOR, Role.APPROVER, Role.MODERATOR, Role.ADMIN, Role.OPS})
    @Operation(
            summary = "Read how far a campaign has spread",
            description = "How many came from the brand itself (depth 0), through one of those (1), and so on, how many"
                    + " of each became customers afterwards, and the k-factor: of the participants, the share that came"
                    + " through somebody, which is how many people a participant brought on average. Everybody stands in"
                    + " the circle of their first touch. Takes the role analyst, editor, approver, moderator, admin or"
                    + " ops.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Circles.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`, `campaign-not-found`")
    public Uni<Circles> read(String brandId, String campaignId) {
        Ids.valid(campaignId, "campaign");
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                .chain(() -> mustExist(session, brandId, campaignId))
                .chain(() -> count(session, campaignId))
                .map(circles -> Circles.of(campaignId, circles)));
    }

    private static Uni<Void> mustExist(Mutiny.Session session, String brandId, String campaignId) {
        return session.createNativeQuery(KNOWN, Integer.class)
                .setParameter(1, campaignId)
                .setParameter(2, brandId)
                .getResultList()
                .map(known -> {
                    if (known.isEmpty()) {
                        throw new NotFound("campaign");
                    }
                    return null;
                });
    }

    private static Uni<List<Circle>> count(Mutiny.Session session, String campaignId) {
        return session.createNativeQuery(COUNT, Object[].class)
                .setParameter(1, campaignId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Circle(
                                number(row[0]).intValue(),
                                number(row[1]).longValue(),
                                number(row[2]).longValue()))
                        .toList());
    }

    private static Number number(Object value) {
        return (Number) value;
    }
}
