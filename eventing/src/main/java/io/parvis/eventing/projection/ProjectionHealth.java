package io.parvis.eventing.projection;

import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the views are. Parked events do not take a service out of traffic, since everything else is served as
 * before: the check stays UP and says {@code DEGRADED}, what is parked, what is due and fails, which segments nobody
 * works on, who lags too far behind, whether the log cannot be read, and which events only a newer release knows. How far each processor is behind it says always.
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
        select 'retrying', processor || '[' || segment || ']: a batch, ' || attempts || ' times, ' || last_error
        from failed_batch
        union all
        select 'overdue', kind || ': ' || count(*) || ' since ' || min(due_at) from to_do
        where attempts > 3 group by kind
        union all
        select 'unclaimed', processor || '[' || segment || ']' from processor_token
        where owner is null or claimed_at < clock_timestamp() - interval '30 seconds'\
        """;

    private final ViewTransactions transactions;
    private final Progress progress;
    private final PostgresEventStorageEngine engine;
    private final UpcasterChain upcasters;
    private final ProjectionConfig config;
    private final RebuiltViews rebuilt;

    ProjectionHealth(
            ViewTransactions transactions,
            Progress progress,
            PostgresEventStorageEngine engine,
            UpcasterChain upcasters,
            ProjectionConfig config,
            RebuiltViews rebuilt) {
        this.transactions = transactions;
        this.progress = progress;
        this.engine = engine;
        this.upcasters = upcasters;
        this.config = config;
        this.rebuilt = rebuilt;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var troubles = Uni.createFrom()
                .completionStage(() -> transactions.inItsOwn(
                        transaction -> transaction.run(session -> Sql.select(session, TROUBLES))));
        // Who cannot say how far behind everybody is does not take the service out of traffic for it.
        var lags = Uni.createFrom()
                .completionStage(() -> progress.lags().toCompletionStage())
                .onFailure()
                .recoverWithItem(List.of());
        return Uni.combine()
                .all()
                .unis(troubles, lags)
                .with(this::response)
                .onFailure()
                .recoverWithItem(unreachable -> HealthCheckResponse.named("projections")
                        .down()
                        .withData("state", "DATABASE_UNREACHABLE")
                        .build());
    }

    private HealthCheckResponse response(List<Object[]> troubles, List<Lag> lags) {
        var response = HealthCheckResponse.named("projections").up();
        for (int i = 0; i < troubles.size(); i++) {
            response.withData(troubles.get(i)[0] + "-" + (i + 1), (String) troubles.get(i)[1]);
        }
        boolean tooFarBehind = false;
        for (var one : lags) {
            tooFarBehind |= add(one, response);
        }
        var unread = engine.unreadFor();
        boolean blind = unread.compareTo(config.unreadLimit()) > 0;
        if (blind) {
            response.withData("unread", "the log cannot be read for " + unread.toSeconds() + " s");
        }
        var rebuilding = rebuilt.names();
        if (!rebuilding.isEmpty()) {
            response.withData(
                    "rebuilding",
                    "the log has lost events (a failover or a restore); built anew and not shown meanwhile: "
                            + String.join(", ", rebuilding));
        }
        var newer = upcasters.versions().newer();
        for (int i = 0; i < newer.size(); i++) {
            response.withData("newer-" + (i + 1), newer.get(i));
        }
        boolean healthy = troubles.isEmpty() && newer.isEmpty() && !tooFarBehind && !blind && rebuilding.isEmpty();
        return response.withData("state", healthy ? "HEALTHY" : "DEGRADED").build();
    }

    /** @return whether it lags too far */
    private boolean add(Lag one, HealthCheckResponseBuilder response) {
        var age = one.age();
        if (age == null) {
            response.withData("lag of " + one.processor(), "has not begun, " + one.events() + " events");
            return one.events() > 0;
        }
        response.withData("lag of " + one.processor(), one.events() + " events, " + age.toSeconds() + " s");
        return age.compareTo(config.lagLimit()) > 0;
    }
}
