package io.parvis.engagement.reward.read;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.web.AsOf;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.fan.read.KnownFans;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.RewardTags;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/fans/{fanId}/statement")
@Tag(name = "Rewards")
@ReadsFrom({
    "engagement.statements",
    "engagement.reward-programme-versions",
    "engagement.fan-profiles",
    "engagement.reward-contest-entered",
    "engagement.reward-fan-became-customer",
    "engagement.reward-quiz-passed",
    "engagement.convert-referral",
    "engagement.reward-referral-converted"
})
class StatementResource {

    /** Later than whatever is recorded, and still a time to the database. */
    private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    StatementResource(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(
            summary = "Read a fan's statement",
            description =
                    "Totals, the tier with the points missing to the next one, what expires when, and the entries,"
                            + " newest first; with `asOf` all of it as it stood then.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Statement.class)))
    @APIResponse(responseCode = "404", description = "`fan-not-found`: an erased fan too, whose books stay in the log")
    public Uni<Statement> read(String brandId, String fanId, @BeanParam AsOf asOf, @BeanParam PageRequest page) {
        var owner = RewardTags.owner(new BrandId(brandId), new FanId(fanId));
        var until = asOf.isGiven() && asOf.time().isBefore(NOW) ? asOf.time() : NOW;
        var at = asOf.isGiven() && asOf.time().isBefore(clock.instant()) ? asOf.time() : clock.instant();
        return sessions.withSession(session -> KnownFans.mustExist(session, brandId, fanId)
                .chain(() -> programme(session, brandId, until))
                .chain(programme -> newest(session, owner, until)
                        .map(StatementResource::ledger)
                        .chain(ledger -> lines(session, owner, until, page)
                                .map(rows -> Statement.of(
                                        ledger, FanTier.of(ledger.standing(), programme, at), entries(rows, page))))));
    }

    private static Uni<RewardProgramme> programme(Mutiny.Session session, String brandId, Instant until) {
        return session.createSelectionQuery(
                        "from ProgrammeVersionView where brandId = :brand and inForceFrom <= :until"
                                + " order by position desc",
                        ProgrammeVersionView.class)
                .setParameter("brand", brandId)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.isEmpty()
                        ? RewardProgramme.NONE
                        : StatementJson.read(found.getFirst().programme, RewardProgramme.class));
    }

    private static Uni<List<PointsEntryView>> newest(Mutiny.Session session, String owner, Instant until) {
        return session.createSelectionQuery(
                        "from PointsEntryView where owner = :owner and recordedAt <= :until order by position desc",
                        PointsEntryView.class)
                .setParameter("owner", owner)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultList();
    }

    /** Without the ledgers, of which each may be large. */
    private static Uni<List<Line>> lines(Mutiny.Session session, String owner, Instant until, PageRequest page) {
        return session.createSelectionQuery(
                        "select new io.parvis.engagement.reward.read.StatementResource$Line(position, entry)"
                                + " from PointsEntryView where owner = :owner and recordedAt <= :until"
                                + " and position < :before order by position desc",
                        Line.class)
                .setParameter("owner", owner)
                .setParameter("until", until)
                .setParameter("before", page.before())
                .setMaxResults(page.fetch())
                .getResultList();
    }

    record Line(long position, String entry) {}

    private static Ledger ledger(List<PointsEntryView> last) {
        return last.isEmpty() ? Ledger.EMPTY : StatementJson.read(last.getFirst().ledger, Ledger.class);
    }

    private static Page<StatementEntry> entries(List<Line> rows, PageRequest page) {
        return Page.of(rows, page, Line::position, row -> StatementJson.read(row.entry(), StatementEntry.class));
    }
}
