package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** Passes requests on to services. */
@Startup
@ApplicationScoped
public class Proxy {

    private final Map<String, Upstream> upstreams;
    private final ProxyTimeouts timeouts;

    Proxy(Vertx vertx, GatewayConfig config) {
        this.timeouts = ProxyTimeouts.of(config);
        this.upstreams = config.services().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, service -> upstream(vertx, config, service)));
    }

    /**
     * Takes over the request, which is paused, and answers it in any case.
     *
     * @throws GatewayProblemException where the client has more than its share of the service
     */
    public void pass(HttpServerRequest request, AdmittedRequest admitted) {
        var inFlight = admitted.inFlight();
        var client = inFlight.client().countedAs();
        var upstream = upstreams.get(admitted.service());
        if (request.response().ended()) {
            // While somebody asked whose key it is, its body proved malformed.
            return;
        }
        if (!upstream.share().acquire(client)) {
            throw new GatewayProblemException(GatewayProblem.tooManyRequests());
        }
        inFlight.cancelDeadline();
        new Exchange(request, admitted, upstream, timeouts, () -> {
                    upstream.share().release(client);
                    inFlight.startDeadline();
                })
                .start();
    }

    private static Upstream upstream(
            Vertx vertx, GatewayConfig config, Map.Entry<String, GatewayConfig.Service> service) {
        var circuit =
                new CircuitBreaker(config.circuit().failures(), config.circuit().openFor(), System::nanoTime);
        var base = URI.create(service.getValue().url());
        var share = new FairShare(config.upstream().poolSize(), config.clients().shareOfService());
        return new Upstream(vertx, service.getKey(), base, config.upstream(), circuit, share);
    }
}
