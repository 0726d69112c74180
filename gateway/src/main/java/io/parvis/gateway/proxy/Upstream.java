package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A service as the gateway sees it: its address, its connections, its circuit. */
final class Upstream {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final long LOG_PAUSE_NANOS = 1_000_000_000L;

    private final String name;
    private final URI base;
    private final HttpClient client;
    private final CircuitBreaker circuit;
    private final FairShare share;
    private final long poolTimeoutMillis;
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - LOG_PAUSE_NANOS);

    Upstream(
            Vertx vertx,
            String name,
            URI base,
            GatewayConfig.Upstream limits,
            CircuitBreaker circuit,
            FairShare share) {
        this.name = name;
        this.base = checked(name, base);
        this.circuit = circuit;
        this.share = share;
        this.poolTimeoutMillis = limits.poolTimeout().toMillis();
        // Vert.x opens a connection on the event loop that asks for it, and hands a kept one to whoever asks, on any.
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) limits.connectTimeout().toMillis())
                        .setKeepAliveTimeout((int) limits.keepAlive().toSeconds())
                        .setMaxHeaderSize(32 * 1024)
                        .setDecompressionSupported(false)
                        .setVerifyHost(true),
                new PoolOptions().setHttp1MaxSize(limits.poolSize()).setMaxWaitQueueSize(limits.maxWaiting()));
    }

    String name() {
        return name;
    }

    CircuitBreaker circuit() {
        return circuit;
    }

    /** Of its connections, for each client. */
    FairShare share() {
        return share;
    }

    /** At most once per second: logging must not add to an overload. */
    boolean mayLog() {
        var now = System.nanoTime();
        var before = lastLogged.get();
        return now - before > LOG_PAUSE_NANOS && lastLogged.compareAndSet(before, now);
    }

    Future<HttpClientRequest> request(HttpMethod method, String uri) {
        return client.request(new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(port())
                .setSsl(base.getScheme().equals("https"))
                .setURI(uri)
                .setConnectTimeout(poolTimeoutMillis));
    }

    /** Rewrites a {@code Location} with the service's own address for clients of the gateway. */
    String rewriteLocation(String location) {
        var own = base.getScheme() + "://" + base.getRawAuthority() + "/";
        return location.startsWith(own) ? location.substring(own.length() - 1) : location;
    }

    private int port() {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return base.getScheme().equals("https") ? 443 : 80;
    }

    private static URI checked(String name, URI base) {
        var path = base.getRawPath();
        if (!SCHEMES.contains(base.getScheme())
                || base.getHost() == null
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("parvis.gateway.services." + name
                    + ".url must be a scheme (http, https), a host and maybe a port: " + base);
        }
        return base;
    }
}
