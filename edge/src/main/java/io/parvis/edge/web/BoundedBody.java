package io.parvis.edge.web;

import io.parvis.edge.problem.RefusedWithStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body that Quarkus REST does not read, up to a limit. */
final class BoundedBody {

    private BoundedBody() {}

    /**
     * Reads to the end; bytes beyond the limit are discarded.
     *
     * @param limit in bytes, with or without a {@code Content-Length}
     * @return fails as too large where it is longer
     */
    static Uni<byte[]> of(HttpServerRequest request, long limit) {
        return Uni.createFrom().emitter(emitter -> {
            var read = Buffer.buffer();
            request.exceptionHandler(emitter::fail);
            request.endHandler(end -> emitter.complete(read.getBytes()));
            request.handler(part -> {
                if (read.length() + part.length() <= limit) {
                    read.appendBuffer(part);
                } else {
                    emitter.fail(new RefusedWithStatus(RefusedWithStatus.TOO_LARGE));
                }
            });
            // The request is paused until somebody reads it, which Quarkus REST does not do here.
            request.resume();
        });
    }
}
