package io.parvis.eventing.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

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

    /**
     * Straight on the session's connection, without what it has not flushed yet. Hibernate keeps what it makes of a native
     * query under a key that never equals itself; its cache fills with one query over and over, and is searched each time.
     */
    static CompletionStage<List<Object[]>> select(Mutiny.Session session, String sql, Object... parameters) {
        return ((MutinySessionImpl) session)
                .getReactiveConnection()
                .select(sql.replace('?', '$'), parameters)
                .thenApply(Sql::rows);
    }

    private static List<Object[]> rows(ReactiveConnection.Result result) {
        var rows = new ArrayList<Object[]>(result.size());
        result.forEachRemaining(rows::add);
        return rows;
    }
}
