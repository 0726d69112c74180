package io.parvis.wire;

import io.netty.handler.codec.DecoderResult;
import java.util.Optional;

/**
 * Marks the stand-in for a request whose head was refused. It takes that request's place in the queue of the
 * connection, so that whoever answers requests answers it too, in its turn.
 */
public final class MalformedHead extends DecoderResult {

    private final MalformedRequest why;

    MalformedHead(MalformedRequest why) {
        super(SIGNAL_SUCCESS);
        this.why = why;
    }

    /** Why the request was refused, if it was. */
    public static Optional<MalformedRequest> why(DecoderResult result) {
        return result instanceof MalformedHead refused ? Optional.of(refused.why) : Optional.empty();
    }
}
