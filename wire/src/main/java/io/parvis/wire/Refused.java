package io.parvis.wire;

import io.netty.handler.codec.DecoderResult;
import java.util.Optional;

/**
 * Marks the stand-in for a request whose head was refused. It takes that request's place in the queue of the
 * connection, so that whoever answers requests answers it too, in its turn.
 */
public final class Refused extends DecoderResult {

    private final Malformed why;

    Refused(Malformed why) {
        super(SIGNAL_SUCCESS);
        this.why = why;
    }

    /** Why the request was refused, if it was. */
    public static Optional<Malformed> why(DecoderResult result) {
        return result instanceof Refused refused ? Optional.of(refused.why) : Optional.empty();
    }
}
