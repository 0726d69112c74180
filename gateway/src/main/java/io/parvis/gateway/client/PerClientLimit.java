package io.parvis.gateway.client;

import java.util.concurrent.ConcurrentHashMap;

/** Limits how many of something each client has at the same time. Clients without any are not stored. */
final class PerClientLimit {

    private final int limit;
    private final ConcurrentHashMap<String, Integer> byClient = new ConcurrentHashMap<>();

    PerClientLimit(int limit) {
        this.limit = limit;
    }

    /** Whether the client may have one more; if so, it has. */
    boolean acquire(String client) {
        var taken = new boolean[1];
        byClient.compute(client, (who, had) -> {
            var has = had == null ? 0 : had;
            taken[0] = has < limit;
            return taken[0] ? Integer.valueOf(has + 1) : had;
        });
        return taken[0];
    }

    void release(String client) {
        byClient.computeIfPresent(client, (who, has) -> has > 1 ? has - 1 : null);
    }

    int clients() {
        return byClient.size();
    }
}
