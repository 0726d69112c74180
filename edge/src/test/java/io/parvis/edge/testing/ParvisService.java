package io.parvis.edge.testing;

import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the module's database and a gateway's key; the init argument {@code role} names the service. */
public final class ParvisService implements QuarkusTestResourceLifecycleManager {

    private String role = "edge";

    @Override
    public void init(Map<String, String> arguments) {
        role = arguments.getOrDefault("role", role);
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(TestDatabase.configFor(role));
        config.putAll(TestCallers.config());
        return config;
    }

    @Override
    public void stop() {
        // Stops with the JVM, so that all test classes of a module share it.
    }
}
