package io.parvis.engagement.fan.read;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the lists of a fan's things ask first. */
public final class KnownFans {

    private KnownFans() {}

    /** Fails with 404 where the brand has no such fan, or no longer. */
    public static Uni<Void> mustExist(Mutiny.Session session, String brandId, String fanId) {
        return Fans.find(session, brandId, fanId, null).replaceWithVoid();
    }
}
