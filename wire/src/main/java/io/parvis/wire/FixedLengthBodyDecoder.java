package io.parvis.wire;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** A body with a {@code Content-Length}. */
final class FixedLengthBodyDecoder implements BodyDecoder {

    private long left;

    FixedLengthBodyDecoder(long length) {
        left = length;
    }

    @Override
    public boolean read(ByteBuf bytes, Consumer<ByteBuf> on) {
        var part = (int) Math.min(left, bytes.readableBytes());
        if (part > 0) {
            left -= part;
            on.accept(bytes.readRetainedSlice(part));
        }
        return left == 0;
    }
}
