package io.parvis.eventing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the module's database and a gateway's key; the init argument {@code role} names the service. */
public final class ParvisDatabase implements QuarkusTestResourceLifecycleManager {

    private String role = "eventing";

    @Override
    public void init(Map<String, String> arguments) {
        role = arguments.getOrDefault("role", role);
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(TestDatabase.configFor(role));
        config.put("parvis.gateway-key", TestCallers.gatewayKey());
        return config;
    }

    @Override
    public void stop() {
        // Stops with the JVM, so that all test classes of a module share it.
    }
}
