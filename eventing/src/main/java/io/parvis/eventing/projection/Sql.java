package io.parvis.eventing.projection;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;

/** Plain SQL through the session, and so in its transaction. Parameters are {@code ?1}, {@code ?2}, and so on. */
final class Sql {

    private Sql() {}

    static CompletionStage<Integer> update(Mutiny.Session session, String sql, Object... parameters) {
        var query = session.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate().subscribeAsCompletionStage();
    }

    static CompletionStage<List<Object[]>> select(Mutiny.Session session, String sql, Object... parameters) {
        var query = session.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.getResultList().subscribeAsCompletionStage();
    }
}
