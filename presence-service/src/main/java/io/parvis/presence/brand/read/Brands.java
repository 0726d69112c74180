package io.parvis.presence.brand.read;

import io.parvis.edge.problem.NotFound;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the lists of a brand's things ask first. */
public final class Brands {

    private Brands() {}

    /** Fails with 404 where there is no such brand. */
    public static Uni<Void> mustExist(Mutiny.Session session, String brandId) {
        return session.find(BrandView.class, brandId)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("brand"))
                .replaceWithVoid();
    }
}
