package io.parvis.torture.workload;

import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.ClusterMember;
import io.parvis.torture.history.Kind;
import java.util.random.RandomGenerator;

/** The gateway, which forwards to all services and to replica A, and replica B directly. */
final class Endpoints {

    private final Endpoint gateway;
    private final Endpoint replica;

    Endpoints(Cluster cluster) {
        var key = cluster.apiKey();
        var tokens = cluster.tokens();
        this.gateway = new Endpoint("gateway", cluster.url(ClusterMember.GATEWAY), "X-API-Key", () -> key);
        this.replica = new Endpoint(
                "replica b",
                cluster.url(ClusterMember.ENGAGEMENT_B),
                "Authorization",
                () -> "Bearer " + tokens.current());
    }

    Endpoint any(Kind kind, RandomGenerator random) {
        return kind.event().startsWith("engagement.") && random.nextBoolean() ? replica : gateway;
    }

    Endpoint gateway() {
        return gateway;
    }
}
