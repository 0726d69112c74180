package io.parvis.gateway.proxy;

import java.time.Duration;

/**
 * Measures whether a client keeps a minimum rate. Time spends the allowance while it is the client's turn, bytes add
 * to it: a client at the minimum rate may go on forever, a faster one may pause for a while.
 */
final class MinimumRateMeter {

    private final long longest;
    private final double nanosPerByte;

    private long left;
    private long since;
    private boolean clientsTurn;

    /**
     * @param rate bytes per second
     * @param rest how long nothing may move
     */
    MinimumRateMeter(long rate, Duration rest, long now) {
        this.longest = rest.toNanos();
        this.nanosPerByte = 1e9 / rate;
        this.left = longest;
        this.since = now;
    }

    /** Whether from now on it is the client that holds things up. */
    void clientsTurn(boolean is, long now) {
        spend(now);
        clientsTurn = is;
    }

    void moved(int bytes, long now) {
        spend(now);
        left = Math.min(longest, left + (long) (bytes * nanosPerByte));
    }

    /** Nanoseconds; zero or less if the client is too slow. */
    long left(long now) {
        spend(now);
        return left;
    }

    private void spend(long now) {
        if (clientsTurn) {
            left -= now - since;
        }
        since = now;
    }
}
