package io.parvis.eventing.projection;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the views are. Parked events do not take a service out of traffic, since everything else is served as
 * before: the check stays UP and says {@code DEGRADED}, what is parked, what is due and fails, and which segments nobody
 * works on.
 */
@Readiness
@ApplicationScoped
class ProjectionHealth implements AsyncHealthCheck {

    private static final String TROUBLES = """
            select 'parked', processor || ': ' || count(*) || ' from ' || min(event_name) || ' at ' || min(position)
                   || ', ' || min(reason)
            from parked_event group by processor
            union all
            select 'retrying', processor || ': at ' || position || ', ' || attempts || ' times, ' || last_error
            from failed_event
            union all
            select 'overdue', kind || ': ' || count(*) || ' since ' || min(due_at) from to_do
            where attempts > 3 group by kind
            union all
            select 'unclaimed', processor || '[' || segment || ']' from processor_token
            where owner is null or claimed_at < clock_timestamp() - interval '30 seconds'""";

    private final ViewTransactions transactions;

    ProjectionHealth(ViewTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() ->
                        transactions.inItsOwn(transaction -> transaction.run(session -> Sql.select(session, TROUBLES))))
                .map(ProjectionHealth::response)
                .onFailure()
                .recoverWithItem(unreachable -> HealthCheckResponse.named("projections")
                        .down()
                        .withData("state", "DATABASE_UNREACHABLE")
                        .build());
    }

    private static HealthCheckResponse response(List<Object[]> troubles) {
        var response = HealthCheckResponse.named("projections")
                .up()
                .withData("state", troubles.isEmpty() ? "HEALTHY" : "DEGRADED");
        for (int i = 0; i < troubles.size(); i++) {
            response.withData(troubles.get(i)[0] + "-" + (i + 1), (String) troubles.get(i)[1]);
        }
        return response.build();
    }
}
