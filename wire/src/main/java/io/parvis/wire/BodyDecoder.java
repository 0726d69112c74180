package io.parvis.wire;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** Finds the end of a request's body. */
sealed interface BodyDecoder permits FixedLengthBodyDecoder, ChunkedBodyDecoder {

    /**
     * @param on gets what is passed on
     * @return whether this is the end; what follows is another request
     */
    boolean read(ByteBuf bytes, Consumer<ByteBuf> on) throws MalformedRequest;
}
