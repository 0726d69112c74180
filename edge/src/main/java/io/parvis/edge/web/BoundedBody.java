package io.parvis.edge.web;

import io.parvis.edge.problem.RefusedWithStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A body that Quarkus REST does not read, because its operation takes none. */
final class BoundedBody {

    private BoundedBody() {}

    /**
     * Reads it to its end; what comes beyond the limit is let go by.
     *
     * @param limit in bytes, also where nothing was said of its length
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
            // It is held back for whoever reads it, which Quarkus REST does not do here.
            request.resume();
        });
    }
}
