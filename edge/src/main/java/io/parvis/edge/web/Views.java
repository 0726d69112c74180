package io.parvis.edge.web;

import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.smallrye.mutiny.Uni;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds single things in views. */
public final class Views {

    private Views() {}

    /**
     * One thing by its id, as long as it belongs where it was asked for.
     *
     * @param what such as {@code fan}: the problem is {@code …/fan-not-found}
     * @param belongs false where it is somebody else's, which is told like one that does not exist
     * @return fails with {@link NotFound}
     */
    public static <V> Uni<V> find(Mutiny.Session session, Class<V> view, String what, String id, Predicate<V> belongs) {
        return session.find(view, Ids.valid(id, what)).invoke(found -> {
            if (found == null || !belongs.test(found)) {
                throw new NotFound(what);
            }
        });
    }
}
