package io.parvis.eventing.id;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Unguessable bytes, for ids, salts and tokens. Each thread takes a page of them from the system's generator at a time: to
 * ask it for every few bytes costs more than all else that is done with them.
 */
public final class RandomBytes {

    private static final SecureRandom SYSTEM = new SecureRandom();
    private static final int PAGE = 2048;
    private static final ThreadLocal<ByteBuffer> PAGES =
            ThreadLocal.withInitial(() -> ByteBuffer.allocate(PAGE).position(PAGE));

    private RandomBytes() {}

    /** @param count up to 2,048 */
    public static byte[] next(int count) {
        var page = PAGES.get();
        if (page.remaining() < count) {
            SYSTEM.nextBytes(page.array());
            page.clear();
        }
        int from = page.position();
        var bytes = new byte[count];
        page.get(bytes);
        // What was handed out is nobody else's.
        Arrays.fill(page.array(), from, page.position(), (byte) 0);
        return bytes;
    }
}
