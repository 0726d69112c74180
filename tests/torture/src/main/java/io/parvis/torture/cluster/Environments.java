package io.parvis.torture.cluster;

import io.parvis.launcher.StoreSetup;
import io.parvis.launcher.secret.Secrets;
import java.util.HashMap;
import java.util.Map;

/** What each process is told. Their database is the proxy. */
record Environments(int databasePort, Secrets secrets, int segments) {

    /**
     * @param role the login, and the schema; a second copy of a service has one of its own
     * @param node a name that one process at a time has
     */
    Map<String, String> ofService(String role, String node, int port) {
        var environment = common(role, port);
        environment.put("PARVIS_GATEWAY_KEY", secrets.signingKeys().publicKey());
        environment.put("PARVIS_IDEMPOTENCY_RECORDS_KEY", secrets.idempotencyRecordsKey());
        environment.put("PARVIS_BLIND_INDEX_KEY", secrets.blindIndexKey());
        environment.put("PARVIS_FAN_KEYS_WRAPPING_KEY", secrets.fanWrappingKey());
        environment.put("PARVIS_MENTION_INDEX_KEY", secrets.mentionIndexKey());
        environment.put("PARVIS_DRAW_SIGNING_KEY", secrets.drawKeys().privateKey());
        environment.put("PARVIS_DRAW_PUBLIC_KEY", secrets.drawKeys().publicKey());
        environment.put("PARVIS_DRAW_SEED_KEY", secrets.drawSeedKey());
        environment.put("PARVIS_PROJECTIONS_NODE", node);
        environment.put("PARVIS_PROJECTIONS_INITIAL_SEGMENTS", Integer.toString(segments));
        // A connection that is mute for good should be given up several times in a short run.
        environment.put("PARVIS_DATABASE_VIEW_ANSWER_TIMEOUT", "PT10S");
        return environment;
    }

    /** @param services by the names that routes know them by, to their address */
    Map<String, String> ofGateway(int port, Map<String, String> services) {
        var environment = common("gateway", port);
        environment.put("PARVIS_SIGNING_KEY", secrets.signingKeys().privateKey());
        services.forEach((name, url) -> environment.put("PARVIS_GATEWAY_SERVICES_" + name + "_URL", url));
        var key = secrets.keyForAll();
        environment.put("PARVIS_INITIAL_API_KEYS_ALL_KEY", key.value());
        environment.put("PARVIS_INITIAL_API_KEYS_ALL_ROLES", String.join(",", key.roles()));
        environment.put("PARVIS_INITIAL_API_KEYS_ALL_BRANDS", "*");
        return environment;
    }

    private Map<String, String> common(String role, int port) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("PARVIS_DATABASE_URL", "postgresql://127.0.0.1:" + databasePort + "/" + StoreSetup.DATABASE);
        environment.put("PARVIS_DATABASE_USERNAME", role);
        environment.put("PARVIS_DATABASE_PASSWORD", secrets.servicePasswords().get(role));
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }
}
