package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.Settings;
import java.util.List;
import java.util.Map;

/** presence-service, configured as in production. */
final class PresenceService {

    static final String ROLE = "presence";

    private PresenceService() {}

    static ServiceProcess start(Settings settings, BenchDatabase database, Token token) {
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
