package io.parvis.eventing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** As {@link ParvisDatabase}, for those alone whose log is cut. */
public final class ShorterLogDatabase implements QuarkusTestResourceLifecycleManager {

    private static ShorterLog log;

    private String role = "eventing";

    @Override
    public void init(Map<String, String> arguments) {
        role = arguments.getOrDefault("role", role);
    }

    @Override
    public Map<String, String> start() {
        log = new ShorterLog();
        var config = new HashMap<>(log.configFor(role));
        return config;
    }

    public static ShorterLog log() {
        return Objects.requireNonNull(log);
    }

    @Override
    public void stop() {
        log.close();
    }
}
