package io.parvis.engagement.contest.read.winners;

import io.parvis.engagement.contest.read.contests.Contests;
import io.parvis.eventing.edge.Allowed;
import io.parvis.eventing.edge.ReadsFrom;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    /** @param items at most 10,000: so many can win in one contest */
    @Schema(name = "ContestWinners")
    record Winners(List<Winner> items) {}

    @GET
    @Allowed.ToEveryRole
    @Operation(
            summary = "List who holds which prize",
            description = "All of them, by rank. None before the draw; of an instant win those who have won so far.")
    public Uni<Winners> list(String brandId, String contestId) {
        return sessions.withSession(session -> Contests.mustExist(session, brandId, contestId)
                        .chain(() -> session.createSelectionQuery(
                                        "from WinnerView where contestId = :contest order by rank", WinnerView.class)
                                .setParameter("contest", contestId)
                                .getResultList()))
                .map(winners ->
                        new Winners(winners.stream().map(WinnerView::toWinner).toList()));
    }
}
