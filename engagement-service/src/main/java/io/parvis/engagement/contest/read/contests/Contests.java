package io.parvis.engagement.contest.read.contests;

import io.parvis.eventing.edge.Views;
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
        return Views.find(session, ContestView.class, "contest", contestId, contest -> contest.brandId.equals(brandId));
    }
}
