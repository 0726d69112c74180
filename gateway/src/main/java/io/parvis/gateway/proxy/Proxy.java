package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** Passes requests on to services. */
@ApplicationScoped
public class Proxy {

    private final Map<String, Upstream> upstreams;
    private final Patience patience;

    Proxy(Vertx vertx, GatewayConfig config) {
        this.patience = Patience.of(config);
        this.upstreams = config.services().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, service -> upstream(vertx, config, service)));
    }

    /** Takes over the request, which is paused, and answers it in any case. */
    public void pass(HttpServerRequest request, Passage passage) {
        new Exchange(request, passage, upstreams.get(passage.service()), patience).start();
    }

    private static Upstream upstream(
            Vertx vertx, GatewayConfig config, Map.Entry<String, GatewayConfig.Service> service) {
        var circuit =
                new CircuitBreaker(config.circuit().failures(), config.circuit().openFor(), System::nanoTime);
        var base = URI.create(service.getValue().url());
        return new Upstream(vertx, service.getKey(), base, config.upstream(), circuit);
    }
}
