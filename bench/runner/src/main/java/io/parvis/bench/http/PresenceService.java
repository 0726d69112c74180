package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import java.util.List;
import java.util.Map;

/** presence-service, configured as in production. */
final class PresenceService {

    static final String ROLE = "presence";

    private PresenceService() {}

    static ServiceProcess start(BenchOptions settings, BenchDatabase database, CallerToken token) {
        return ServiceProcess.start(
                settings.root().resolve("presence-service/target/quarkus-app"),
                settings.data("logs").resolve("presence-service.log"),
                "/q/health/ready",
                List.of(),
                Map.of(
                        "PARVIS_DATABASE_URL", database.url(),
                        "PARVIS_DATABASE_USERNAME", ROLE,
                        "PARVIS_DATABASE_PASSWORD", database.password(),
                        "PARVIS_GATEWAY_KEY", token.gatewayKey()));
    }
}
