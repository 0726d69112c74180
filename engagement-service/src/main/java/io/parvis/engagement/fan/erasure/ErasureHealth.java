package io.parvis.engagement.fan.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every erasure that the log or the journal knows has been applied again. */
@Readiness
@ApplicationScoped
class ErasureHealth implements HealthCheck {

    private final ErasuresAtStart atStart;
    private final ErasureJournal journal;

    ErasureHealth(ErasuresAtStart atStart, ErasureJournal journal) {
        this.atStart = atStart;
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("erasures")
                .status(atStart.areDone())
                .withData("journal", journal.isKept() ? "kept" : "none")
                .build();
    }
}
