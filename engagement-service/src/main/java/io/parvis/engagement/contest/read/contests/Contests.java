package io.parvis.engagement.contest.read.contests;

import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Views;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the lists of a contest's things ask first. */
public final class Contests {

    private Contests() {}

    /** Fails with 404 where the brand has no such contest. Its rules, which may be long, are not read for it. */
    public static Uni<Void> mustExist(Mutiny.Session session, String brandId, String contestId) {
        return session.createSelectionQuery("select brandId from ContestView where contestId = :contest", String.class)
                .setParameter("contest", Ids.valid(contestId, "contest"))
                .getSingleResultOrNull()
                .map(brand -> {
                    if (!brandId.equals(brand)) {
                        throw new NotFound("contest");
                    }
                    return null;
                });
    }

    static Uni<ContestView> find(Mutiny.Session session, String brandId, String contestId) {
        return Views.find(session, ContestView.class, "contest", contestId, contest -> contest.brandId.equals(brandId));
    }
}
