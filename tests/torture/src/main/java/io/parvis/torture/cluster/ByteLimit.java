package io.parvis.torture.cluster;

/** Lets a number of bytes through, and then no more. */
final class ByteLimit {

    private static final long NONE = Long.MAX_VALUE;

    private long left = NONE;

    synchronized void set(long bytes) {
        left = bytes;
    }

    synchronized void remove() {
        left = NONE;
    }

    /** How many of these bytes may pass; fewer than asked for means that the limit is reached. */
    synchronized int take(int bytes) {
        if (left == NONE) {
            return bytes;
        }
        var allowed = (int) Math.min(bytes, left);
        left -= allowed;
        return allowed;
    }
}
