package io.parvis.engagement.contest.read.contests;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.DueContest;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** When contests close, by the rules in force: a version that prolongs one moves its time. */
@Singleton
class ContestDueProjection implements Projection {

    @Override
    public String name() {
        return "engagement.contests-due";
    }

    @Override
    public String sequencedBy() {
        return "contest";
    }

    @EventHandler
    Uni<Void> on(ContestPublished event, Mutiny.Session session) {
        // The list counts in microseconds: never before the time, whatever is cut off.
        return ToDoList.put(
                session,
                DueContest.CONTEST_CLOSES,
                subject(event.brandId(), event.contestId()),
                event.closesAt().plusMillis(1));
    }

    @EventHandler
    Uni<Void> on(ContestClosed event, Mutiny.Session session) {
        return done(session, event.brandId(), event.contestId());
    }

    @EventHandler
    Uni<Void> on(ContestCancelled event, Mutiny.Session session) {
        return done(session, event.brandId(), event.contestId());
    }

    private static Uni<Void> done(Mutiny.Session session, BrandId brandId, ContestId contestId) {
        return ToDoList.done(session, DueContest.CONTEST_CLOSES, subject(brandId, contestId));
    }

    private static String subject(BrandId brandId, ContestId contestId) {
        return new DueContest(brandId, contestId, 0).text();
    }
}
