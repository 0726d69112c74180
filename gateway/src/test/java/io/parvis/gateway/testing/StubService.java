package io.parvis.gateway.testing;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.net.BindException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A service that tells what it was asked, or does what the query parameter {@code stub} says. */
public final class StubService {

    private static final Buffer NOT_READY = new JsonObject().put("status", 503).toBuffer();

    private final Vertx vertx;
    private final String name;
    private final AtomicLong abandoned = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicReference<String> handedOverLast = new AtomicReference<>("");
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private volatile boolean ready = true;
    private volatile JsonObject document = new JsonObject();
    private @Nullable HttpServer server;
    private int port;

    public StubService(Vertx vertx, String name) {
        this.vertx = vertx;
        this.name = name;
    }

    /** Nothing if it runs already; always on the same port. */
    public StubService start() {
        if (server != null) {
            return this;
        }
        // The port may just have been given to somebody's outgoing connection.
        server = await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsMatching(failure -> failure.getCause() instanceof BindException)
                .until(this::listening, Objects::nonNull);
        port = server.actualPort();
        return this;
    }

    private HttpServer listening() {
        var options = new HttpServerOptions().setPort(port).setHost("127.0.0.1").setMaxHeaderSize(64 * 1024);
        return vertx.createHttpServer(options.setMaxInitialLineLength(64 * 1024))
                .requestHandler(this::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void stop() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void ready(boolean value) {
        ready = value;
    }

    public void describes(JsonObject api) {
        document = api;
    }

    public JsonObject description() {
        return document;
    }

    /** How many requests were broken off before their answer was complete. */
    public long abandoned() {
        return abandoned.get();
    }

    /** How many requests arrived at all, other than about itself. */
    public long asked() {
        return asked.get();
    }

    /** The size that was asked for in the last answer of bytes that has left this service whole. */
    public String handedOverLast() {
        return handedOverLast.get();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/q/health/ready" ->
                request.response().setStatusCode(ready ? 200 : 503).end("{}");
            case "/q/openapi" ->
                request.response().setStatusCode(ready ? 200 : 503).end(ready ? document.toBuffer() : NOT_READY);
            case "/q/endless" -> {
                request.response().setChunked(true);
                vertx.setPeriodic(20, again -> {
                    if (request.response().closed()) {
                        vertx.cancelTimer(again);
                    } else {
                        request.response().write("more");
                    }
                });
            }
            case "/q/huge" -> {
                request.response().setChunked(true);
                flood(request, 2_000);
            }
            case "/q/secret" -> request.response().end("what nobody may see");
            default -> behave(request);
        }
    }

    private void behave(HttpServerRequest request) {
        asked.incrementAndGet();
        request.response().exceptionHandler(gone -> abandoned.incrementAndGet());
        switch (request.getParam("stub", "echo")) {
            case "hang" -> request.resume();
            case "hang-up" -> request.connection().close();
            case "hang-up-once" -> hangUpOnce(request);
            case "hang-up-midway" -> {
                request.response().setChunked(true).write("the first half");
                vertx.setTimer(50, soon -> request.connection().close());
            }
            case "without-length" -> {
                request.response().setChunked(true).write("all ");
                request.response().end("of it");
            }
            case "lines" -> answerEachLine(request);
            case "early" -> request.response().setStatusCode(404).end("no such brand");
            case "flood" -> {
                request.response().setChunked(true);
                flood(request, 2_000);
            }
            case "bytes" ->
                request.response()
                        .end(Buffer.buffer(new byte[Integer.parseInt(request.getParam("size"))]))
                        .onSuccess(handedOver -> handedOverLast.set(request.getParam("size")));
            case "later" -> vertx.setTimer(60, later -> request.response().end("later"));
            case "created" ->
                request.response()
                        .setStatusCode(201)
                        .putHeader("Location", url() + "/v1/brands/b-1")
                        .putHeader("Connection", "X-Inner")
                        .putHeader("X-Inner", "stays here")
                        .putHeader("Parvis-Position", "42")
                        .end("{}");
            case "kept" ->
                request.response()
                        .putHeader("Cache-Control", "public, max-age=10")
                        .putHeader("Vary", "Accept")
                        .end("{}");
            case "no-content" -> request.response().setStatusCode(204).end();
            case "not-modified" ->
                request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "error" -> request.response().setStatusCode(500).end("{\"type\":\"theirs\"}");
            default -> request.body().onSuccess(body -> echo(request, body));
        }
    }

    private void echo(HttpServerRequest request, Buffer body) {
        if (request.method() == HttpMethod.HEAD) {
            request.response().putHeader("Content-Length", "1234").end();
            return;
        }
        var headers = new JsonObject();
        request.headers()
                .names()
                .forEach(header -> headers.put(
                        header.toLowerCase(Locale.ROOT),
                        new JsonArray(request.headers().getAll(header))));
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("bytes", body.length())
                        .put("body", body.length() < 1_000 ? body.toString() : "")
                        .toBuffer());
    }

    private void hangUpOnce(HttpServerRequest request) {
        if (hungUp.compareAndSet(false, true)) {
            request.connection().close();
        } else {
            request.response().end("second time");
        }
    }

    private static void answerEachLine(HttpServerRequest request) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        var lines = RecordParser.newDelimited("\n", request);
        var count = new long[1];
        lines.handler(line -> {
            count[0]++;
            response.write("answer " + count[0] + " " + line.length() + "\n");
            if (response.writeQueueFull()) {
                lines.pause();
                response.drainHandler(drained -> lines.resume());
            }
        });
        lines.endHandler(end -> response.end("summary " + count[0] + "\n"));
    }

    private void flood(HttpServerRequest request, int left) {
        var response = request.response();
        for (var rest = left; rest > 0; rest--) {
            if (response.writeQueueFull()) {
                var remaining = rest;
                response.drainHandler(drained -> flood(request, remaining));
                return;
            }
            response.write(Buffer.buffer(new byte[16 * 1024]));
        }
        response.end();
    }
}
