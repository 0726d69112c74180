package io.parvis.bench.http;

import io.parvis.bench.measure.ClosedLoop;
import io.parvis.bench.measure.PacedLoop;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Fans entering contests over a number of connections; every pair of contest and fan comes once. */
final class Entering {

    private final List<Connection> connections;
    private final String path;
    private final Supplier<String> authorization;
    private final AtomicLong pairs = new AtomicLong();

    private Entering(List<Connection> connections, String path, Supplier<String> authorization) {
        this.connections = connections;
        this.path = path;
        this.authorization = authorization;
    }

    /** @param path with {@code %s} where the contest's id stands */
    static Entering over(NetClient client, int connections, int port, String path, Supplier<String> authorization) {
        var opened = new ArrayList<Connection>();
        for (int i = 0; i < connections; i++) {
            opened.add(Connection.open(client, port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }
        return new Entering(opened, path, authorization);
    }

    ClosedLoop closedLoop(String name) {
        return new ClosedLoop(name, connections.size(), this::enter);
    }

    PacedLoop atPace(String name, double perSecond) {
        return new PacedLoop(name, connections.size(), perSecond, this::enter);
    }

    private CompletionStage<?> enter(int client) {
        long pair = pairs.getAndIncrement();
        return connections
                .get(client)
                .send(request(Seed.contestOf(pair), Seed.fanOf(pair)))
                .compose(answer -> answer.status() == 201
                        ? Future.succeededFuture()
                        : Future.failedFuture("Pair " + pair + " was answered " + answer.text()))
                .toCompletionStage();
    }

    private Buffer request(String contest, String fan) {
        var body = "{\"fanId\":\"" + fan + "\"}";
        return Buffer.buffer("POST " + path.formatted(contest) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nAuthorization: " + authorization.get() + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }
}
