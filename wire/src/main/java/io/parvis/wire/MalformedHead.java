package io.parvis.wire;

import io.netty.handler.codec.DecoderResult;
import java.util.Optional;

/**
 * The decoder result of the message that stands for a request with a malformed head. It takes that request's place
 * among the pipelined ones, so that it is answered in its turn.
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
