package io.parvis.torture.workload;

import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.Part;
import io.parvis.torture.history.Kind;
import java.util.random.RandomGenerator;

/** Which ways lead where: the gateway leads to all services and to replica A; replica B is reached straight. */
final class Doors {

    private final Door gateway;
    private final Door replica;

    Doors(Cluster cluster) {
        var key = cluster.apiKey();
        var tokens = cluster.tokens();
        this.gateway = new Door("gateway", cluster.url(Part.GATEWAY), "X-API-Key", () -> key);
        this.replica = new Door(
                "replica b", cluster.url(Part.ENGAGEMENT_B), "Authorization", () -> "Bearer " + tokens.current());
    }

    Door any(Kind kind, RandomGenerator random) {
        return kind.event().startsWith("engagement.") && random.nextBoolean() ? replica : gateway;
    }

    Door gateway() {
        return gateway;
    }
}
