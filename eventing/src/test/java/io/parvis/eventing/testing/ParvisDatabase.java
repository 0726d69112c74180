package io.parvis.eventing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the module's database; the init argument {@code role} names the service. */
public final class ParvisDatabase implements QuarkusTestResourceLifecycleManager {

    private String role = "eventing";

    @Override
    public void init(Map<String, String> arguments) {
        role = arguments.getOrDefault("role", role);
    }

    @Override
    public Map<String, String> start() {
        return TestDatabase.configFor(role);
    }

    @Override
    public void stop() {
        // Stops with the JVM, so that all test classes of a module share it.
    }
}
