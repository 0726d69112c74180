package io.parvis.engagement.contest.read.winners;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.web.Page;
import io.parvis.edge.web.PageRequest;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.contest.read.contests.Contests;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/v1/brands/{brandId}/contests/{contestId}/winners")
@Tag(name = "Contests")
@ReadsFrom({"engagement.contests", "engagement.winners", "engagement.seal-entries", "engagement.reveal-moments"})
class WinnerResource {

    private final Mutiny.SessionFactory sessions;

    WinnerResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @GET
    @Allowed.ToEveryRole
    @Operation(
            summary = "List who holds which prize",
            description =
                    "By rank, unlike other lists; up to 10,000 in all. None before the draw; of an instant win those"
                            + " who have won so far.")
    public Uni<Page<Winner>> list(String brandId, String contestId, @BeanParam PageRequest page) {
        return sessions.withSession(session -> Contests.mustExist(session, brandId, contestId)
                        .chain(() -> session.createSelectionQuery(
                                        "from WinnerView where contestId = :contest and rank > :after order by rank",
                                        WinnerView.class)
                                .setParameter("contest", contestId)
                                .setParameter("after", page.after())
                                .setMaxResults(page.fetch())
                                .getResultList()))
                .map(winners -> Page.of(winners, page, winner -> (long) winner.rank, WinnerView::toWinner));
    }
}
