package io.parvis.engagement.fan.read;

import io.parvis.eventing.edge.Views;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the lists of a fan's things ask first. */
public final class Fans {

    private Fans() {}

    /** Fails with 404 where the brand has no such fan. */
    public static Uni<Void> mustExist(Mutiny.Session session, String brandId, String fanId) {
        return Views.find(session, FanView.class, "fan", fanId, fan -> fan.brandId.equals(brandId))
                .replaceWithVoid();
    }
}
