package io.parvis.torture.cluster;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * The marks of {@code Parvis-Position}. They are opaque to callers; whoever tests the store looks inside.
 *
 * @param life of this store
 */
public record PositionHeader(UUID life) {

    private static final int LENGTH = 24;
    private static final int POSITION_AT = 16;

    public String of(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(LENGTH)
                        .putLong(life.getMostSignificantBits())
                        .putLong(life.getLeastSignificantBits())
                        .putLong(position)
                        .array());
    }

    public static long position(String mark) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(mark)).getLong(POSITION_AT);
    }
}
