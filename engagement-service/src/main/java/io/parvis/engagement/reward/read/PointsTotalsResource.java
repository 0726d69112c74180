package io.parvis.engagement.reward.read;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.brand.KnownBrands;
import io.parvis.edge.web.ReadsFrom;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/reward-programme/totals")
@Tag(name = "Rewards")
@ReadsFrom({
    "engagement.points-accounts",
    "engagement.known-brands",
    "engagement.reward-contest-entered",
    "engagement.reward-fan-became-customer",
    "engagement.reward-quiz-passed",
    "engagement.convert-referral",
    "engagement.reward-referral-converted"
})
class PointsTotalsResource {

    private final Mutiny.SessionFactory sessions;

    PointsTotalsResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * A brand's points: earned = burned + reserved + expired + balance.
     *
     * @param fans who ever had any points, erased ones included
     */
    @Schema(name = "PointsTotals")
    record Totals(
            long fans,
            BigDecimal earned,
            BigDecimal burned,
            BigDecimal reserved,
            BigDecimal expired,
            BigDecimal balance) {

        private static Totals of(Object[] row) {
            return new Totals(
                    ((Number) row[0]).longValue(), sum(row[1]), sum(row[2]), sum(row[3]), sum(row[4]), sum(row[5]));
        }

        private static BigDecimal sum(Object column) {
            return (BigDecimal) column;
        }
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(
            summary = "Add up the points of all fans",
            description =
                    "earned = burned + reserved + expired + balance. Erased fans are counted: their books stay, so"
                            + " that the totals still add up after an erasure.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Totals.class)))
    @APIResponse(responseCode = "404", description = "`brand-not-found`")
    public Uni<Totals> read(String brandId) {
        return sessions.withSession(session -> KnownBrands.mustExist(session, brandId)
                .chain(() -> session.createNativeQuery("""
                                select count(*), coalesce(sum(earned), 0), coalesce(sum(burned), 0),
                                  coalesce(sum(reserved), 0), coalesce(sum(expired), 0), coalesce(sum(balance), 0)
                                from points_account where brand_id = ?1""", Object[].class)
                        .setParameter(1, brandId)
                        .getSingleResult()
                        .map(Totals::of)));
    }
}
