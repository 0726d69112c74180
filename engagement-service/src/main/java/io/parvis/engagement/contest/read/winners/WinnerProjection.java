package io.parvis.engagement.contest.read.winners;

import io.parvis.engagement.contest.DueContest;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who holds which prize, and when it passes on where it is not claimed. */
@Singleton
class WinnerProjection implements Projection {

    @Override
    public String name() {
        return "engagement.winners";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    @EventHandler
    Uni<?> on(ContestDrawn event, Mutiny.Session session) {
        var winners = event.winners().stream()
                .map(winner -> new WinnerView(event, winner))
                .toArray();
        return session.persistAll(winners)
                .chain(() -> event.claimBy() == null
                        ? Uni.createFrom().voidItem()
                        : ToDoList.putAll(
                                session,
                                DueContest.CLAIM_ENDS,
                                event.claimBy(),
                                "select concat(cast(?3 as text), '/', contest_id, '/', rank) from winner where contest_id = ?4",
                                event.brandId().value(),
                                event.contestId().value()));
    }

    @EventHandler
    Uni<?> on(InstantPrizeWon event, Mutiny.Session session) {
        return session.persist(new WinnerView(event))
                .chain(() -> ends(
                        session, new DueContest(event.brandId(), event.contestId(), event.rank()), event.claimBy()));
    }

    @EventHandler
    Uni<?> on(PrizeClaimed event, Mutiny.Session session) {
        return session.find(WinnerView.class, WinnerView.id(event.contestId().value(), event.rank()))
                .invoke(WinnerView::claim)
                .chain(() -> ends(session, new DueContest(event.brandId(), event.contestId(), event.rank()), null));
    }

    @EventHandler
    Uni<?> on(PrizeRedrawn event, Mutiny.Session session) {
        return session.find(WinnerView.class, WinnerView.id(event.contestId().value(), event.rank()))
                .invoke(winner -> winner.redraw(event))
                .chain(() -> ends(
                        session, new DueContest(event.brandId(), event.contestId(), event.rank()), event.claimBy()));
    }

    private static Uni<Void> ends(Mutiny.Session session, DueContest prize, @Nullable Instant claimBy) {
        return claimBy == null
                ? ToDoList.done(session, DueContest.CLAIM_ENDS, prize.text())
                : ToDoList.put(session, DueContest.CLAIM_ENDS, prize.text(), claimBy);
    }
}
