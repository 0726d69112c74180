package io.parvis.edge.web;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.util.stream.Stream;

/** Tells failures caused by a disconnected client from our own. */
final class ClientDisconnect {

    private ClientDisconnect() {}

    static boolean in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof HttpClosedException || cause instanceof StreamResetException);
    }
}
