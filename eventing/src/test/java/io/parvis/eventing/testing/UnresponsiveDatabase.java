package io.parvis.eventing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The module's database behind a proxy that may fall mute, for a service that does not wait long. */
public final class UnresponsiveDatabase implements QuarkusTestResourceLifecycleManager {

    private static CuttingProxy proxy;

    @Override
    public Map<String, String> start() {
        proxy = new CuttingProxy(URI.create(TestDatabase.url()).getPort());
        var config = new HashMap<>(TestDatabase.configFor("eventing"));
        config.put("parvis.database.url", "postgresql://localhost:" + proxy.port() + "/postgres");
        config.put("parvis.database.connect-timeout", "PT2S");
        config.put("parvis.database.view-answer-timeout", "PT2S");
        config.put("parvis.event-store.answer-timeout", "PT2S");
        config.put("parvis.event-store.pool-size", "2");
        config.put("parvis.projections.unread-limit", "PT0.5S");
        return config;
    }

    /** Over the connections that there are, nothing passes any more, and nobody is told; new ones work. */
    public static void fallMute() {
        proxy.fallMute();
    }

    @Override
    public void stop() {
        proxy.close();
    }
}
