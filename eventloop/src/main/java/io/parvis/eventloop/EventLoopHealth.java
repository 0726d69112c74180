package io.parvis.eventloop;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down while an event loop is stuck: its tasks wait forever, and only a restart helps. A request for health that
 * comes in on the stuck loop gets no response, which means the same.
 */
@Liveness
@Readiness
@ApplicationScoped
class EventLoopHealth implements HealthCheck {

    private final EventLoopWatchdog watch;

    EventLoopHealth(EventLoopWatchdog watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var still = watch.stuckLoops();
        var answer = HealthCheckResponse.named("event-loops").status(still.isEmpty());
        return still.isEmpty()
                ? answer.build()
                : answer.withData("standing-still", String.join(", ", still)).build();
    }
}
