package io.parvis.gateway.proxy;

import java.util.HashMap;
import java.util.Map;

/**
 * How many of a service's connections each client holds or waits for. A client may have a share of those that others
 * leave, so that one that is slow leaves most of them, and several leave some; one it may have in any case.
 */
final class FairShare {

    private static final int ALL = 100;

    private final int connections;
    private final int percent;
    private final Map<String, Integer> byClient = new HashMap<>();
    private int taken;

    FairShare(int connections, int percent) {
        this.connections = connections;
        this.percent = percent;
    }

    /** Whether the client may have one more; if so, it has. */
    synchronized boolean acquire(String client) {
        var has = byClient.getOrDefault(client, 0);
        if (has >= most(taken - has)) {
            return false;
        }
        byClient.put(client, has + 1);
        taken++;
        return true;
    }

    synchronized void release(String client) {
        byClient.computeIfPresent(client, (who, has) -> has > 1 ? has - 1 : null);
        taken--;
    }

    private int most(int heldByOthers) {
        return percent >= ALL ? Integer.MAX_VALUE : Math.max(1, (connections - heldByOthers) * percent / ALL);
    }
}
