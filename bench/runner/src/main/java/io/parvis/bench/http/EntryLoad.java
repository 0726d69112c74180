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
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Load: fans enter contests over a number of connections, each pair of contest and fan once. */
final class EntryLoad {

    private final NetClient client;
    private final int port;
    private final List<Connection> connections;
    private final String path;
    private final Supplier<String> authorization;
    private final LongFunction<String> contestOf;
    private final int fans;
    private final AtomicLong pairs;

    private EntryLoad(
            NetClient client,
            int port,
            List<Connection> connections,
            String path,
            Supplier<String> authorization,
            LongFunction<String> contestOf,
            int fans,
            AtomicLong pairs) {
        this.client = client;
        this.port = port;
        this.connections = connections;
        this.path = path;
        this.authorization = authorization;
        this.contestOf = contestOf;
        this.fans = fans;
        this.pairs = pairs;
    }

    /** @param path with {@code %s} where the contest's id stands */
    static EntryLoad over(NetClient client, int connections, int port, String path, Supplier<String> authorization) {
        return new EntryLoad(
                client,
                port,
                opened(client, connections, port),
                path,
                authorization,
                SeedData::contestOf,
                SeedData.FANS,
                new AtomicLong());
    }

    private static List<Connection> opened(NetClient client, int connections, int port) {
        var opened = new ArrayList<Connection>();
        for (int i = 0; i < connections; i++) {
            opened.add(Connection.open(client, port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }
        return opened;
    }

    /** The pairs that are left, over another number of connections. */
    EntryLoad with(int connections) {
        return new EntryLoad(
                client, port, opened(client, connections, port), path, authorization, contestOf, fans, pairs);
    }

    /**
     * The same connections, to other contests.
     *
     * @param contests which one, by the number of the request; a fan comes again after as many requests as there are fans
     */
    EntryLoad into(LongFunction<String> contests, int fans) {
        return new EntryLoad(client, port, connections, path, authorization, contests, fans, new AtomicLong());
    }

    ClosedLoop closedLoop(String name) {
        return new ClosedLoop(name, connections.size(), this::enter);
    }

    PacedLoop atPace(String name, double perSecond) {
        return new PacedLoop(name, connections.size(), perSecond, this::enter);
    }

    private CompletionStage<?> enter(int client) {
        return ask(client)
                .compose(answer -> answer.status() == 201
                        ? Future.succeededFuture()
                        : Future.failedFuture("An entry was answered " + answer.text()))
                .toCompletionStage();
    }

    /** The next one enters; any answer will do. */
    Future<Connection.Answer> ask(int client) {
        long pair = pairs.getAndIncrement();
        return connections.get(client).send(request(contestOf.apply(pair), "f" + pair % fans));
    }

    int clients() {
        return connections.size();
    }

    private Buffer request(String contest, String fan) {
        var body = "{\"fanId\":\"" + fan + "\"}";
        return Buffer.buffer("POST " + path.formatted(contest) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nAuthorization: " + authorization.get() + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }
}
