package io.parvis.edge.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} a gateway's key alone: its database is given by another resource. */
public final class GatewayKey implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestCallers.config();
    }

    @Override
    public void stop() {
        // There is nothing to stop.
    }
}
