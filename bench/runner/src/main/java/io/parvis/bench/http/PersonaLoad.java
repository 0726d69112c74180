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
final class PersonaLoad {

    private final String name;
    private final List<Connection> connections = new ArrayList<>();
    private final IntFunction<String> brandOf;
    private final Supplier<String> authorization;
    private final AtomicLong times = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLongArray done;

    /**
     * @param ports of the processes, among which editors are spread
     * @param brandOf the brand of the editor with that number
     */
    PersonaLoad(
            String name,
            NetClient client,
            int editors,
            List<Integer> ports,
            IntFunction<String> brandOf,
            Supplier<String> authorization) {
        this.name = name;
        for (int i = 0; i < editors; i++) {
            connections.add(Connection.open(client, ports.get(i % ports.size()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }
        this.brandOf = brandOf;
        this.authorization = authorization;
        this.done = new AtomicLongArray(editors);
    }

    String name() {
        return name;
    }

    ClosedLoop closedLoop() {
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

    /** Of all that was answered, how much was refused for too many others. */
    double shareOfTheRefused() {
        long all = refused.get();
        for (int i = 0; i < done.length(); i++) {
            all += done.get(i);
        }
        return all == 0 ? 0 : refused.get() / (double) all;
    }

    private CompletionStage<?> set(int editor) {
        return setUntilDone(editor).toCompletionStage();
    }

    /** Who is refused comes again at once; the time of all attempts is that of one. */
    private Future<?> setUntilDone(int editor) {
        return connections.get(editor).send(request(brandOf.apply(editor))).compose(answer -> {
            if (answer.status() == 204) {
                done.incrementAndGet(editor);
                return Future.succeededFuture();
            }
            if (answer.status() == 503 && answer.text().contains("too-contended")) {
                refused.incrementAndGet();
                return setUntilDone(editor);
            }
            return Future.failedFuture("Answered " + answer.text());
        });
    }

    private Buffer request(String brand) {
        var body = "{\"traits\":[\"curious\"],\"tone\":\"%d\",\"formOfAddress\":\"vous\"}"
                .formatted(times.incrementAndGet());
        return Buffer.buffer("PUT /v1/brands/" + brand + "/persona HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nAuthorization: " + authorization.get() + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }
}
