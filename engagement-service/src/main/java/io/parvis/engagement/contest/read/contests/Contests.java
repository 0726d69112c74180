package io.parvis.engagement.contest.read.contests;

import io.parvis.eventing.edge.Ids;
import io.parvis.eventing.edge.NotFound;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the lists of a contest's things ask first. */
public final class Contests {

    private Contests() {}

    /** Fails with 404 where the brand has no such contest. */
    public static Uni<Void> mustExist(Mutiny.Session session, String brandId, String contestId) {
        return find(session, brandId, contestId).replaceWithVoid();
    }

    static Uni<ContestView> find(Mutiny.Session session, String brandId, String contestId) {
        return session.find(ContestView.class, Ids.valid(contestId, "contest")).invoke(contest -> {
            if (contest == null || !contest.brandId.equals(brandId)) {
                throw new NotFound("contest");
            }
        });
    }
}
