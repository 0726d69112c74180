package io.parvis.eventing.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import java.sql.DriverManager;
import java.util.List;

/** A call that opens a connection to PostgreSQL past the one place that sees to its end. */
public final class OpensConnections extends DescribedPredicate<JavaMethodCall> {

    private static final List<Class<?>> OPENERS =
            List.of(PgBuilder.class, ClientBuilder.class, PgSubscriber.class, DriverManager.class);

    public OpensConnections() {
        super("opens a connection");
    }

    @Override
    public boolean test(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return OPENERS.stream().anyMatch(owner::isAssignableTo)
                || owner.isAssignableTo(PgConnection.class) && call.getName().equals("connect")
                || owner.isAssignableTo(Pool.class) && call.getName().equals("pool");
    }
}
