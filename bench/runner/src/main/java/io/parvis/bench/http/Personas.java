package io.parvis.bench.http;

import io.parvis.bench.measure.ClosedLoop;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Editors who set personas, each time another: of a brand each, or all of one. */
final class Personas {

    private final List<Connection> connections = new ArrayList<>();
    private final IntFunction<String> brandOf;
    private final Supplier<String> authorization;
    private final AtomicLong times = new AtomicLong();
    private final AtomicLongArray done;

    /** @param brandOf the brand of the editor with that number */
    Personas(NetClient client, int editors, int port, IntFunction<String> brandOf, Supplier<String> authorization) {
        for (int i = 0; i < editors; i++) {
            connections.add(Connection.open(client, port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }
        this.brandOf = brandOf;
        this.authorization = authorization;
        this.done = new AtomicLongArray(editors);
    }

    ClosedLoop closedLoop(String name) {
        return new ClosedLoop(name, connections.size(), this::set);
    }

    /** What the editor who came off worst did, as a share of what each did on average. */
    double shareOfTheLeast() {
        long least = Long.MAX_VALUE;
        long all = 0;
        for (int i = 0; i < done.length(); i++) {
            least = Math.min(least, done.get(i));
            all += done.get(i);
        }
        return least * (double) done.length() / all;
    }

    private CompletionStage<?> set(int editor) {
        return connections
                .get(editor)
                .send(request(brandOf.apply(editor)))
                .compose(answer -> {
                    done.incrementAndGet(editor);
                    return answer.status() == 204
                            ? Future.succeededFuture()
                            : Future.failedFuture("Answered " + answer.text());
                })
                .toCompletionStage();
    }

    private Buffer request(String brand) {
        var body = "{\"traits\":[\"curious\"],\"tone\":\"%d\",\"formOfAddress\":\"vous\"}"
                .formatted(times.incrementAndGet());
        return Buffer.buffer("PUT /v1/brands/" + brand + "/persona HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nAuthorization: " + authorization.get() + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }
}
