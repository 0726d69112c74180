package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service under measure, configured as in production. */
final class EngagementService {

    static final String ROLE = "engagement";
    static final String ENTRIES = "/v1/brands/" + SeedData.BRAND + "/contests/%s/entries";

    private EngagementService() {}

    /** @param options for the JVM; more come from {@code --java-options} */
    static ServiceProcess start(
            BenchOptions settings, BenchDatabase database, CallerToken token, List<String> options) {
        var all = new ArrayList<>(options);
        var given = settings.options().getOrDefault("java-options", "");
        if (!given.isEmpty()) {
            all.addAll(List.of(given.split(" ")));
        }
        return ServiceProcess.start(
                settings.root().resolve("engagement-service/target/quarkus-app"),
                settings.data("logs").resolve("engagement-service.log"),
                "/q/health/ready",
                all,
                Map.ofEntries(
                        Map.entry("PARVIS_DATABASE_URL", database.url()),
                        Map.entry("PARVIS_DATABASE_USERNAME", ROLE),
                        Map.entry("PARVIS_DATABASE_PASSWORD", database.password()),
                        Map.entry("PARVIS_GATEWAY_KEY", token.gatewayKey()),
                        Map.entry("PARVIS_BLIND_INDEX_KEY", "b25seS1mb3ItYmVuY2htYXJrcy1ibGluZC1pbmRleC1rZXk="),
                        Map.entry("PARVIS_FAN_KEYS_WRAPPING_KEY", "b25seS1mb3ItYmVuY2htYXJrcy1mYW4td3JhcHBpbmc="),
                        Map.entry(
                                "PARVIS_DRAW_SIGNING_KEY",
                                "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"),
                        Map.entry(
                                "PARVIS_DRAW_PUBLIC_KEY",
                                "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
                        Map.entry("PARVIS_DRAW_SEED_KEY", "b25seS1mb3ItYmVuY2htYXJrcy1zZWVkcy1vZi1hYiE=")));
    }
}
