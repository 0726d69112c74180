package io.parvis.gateway.proxy;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.Refusal;
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
    private final Patience patience;

    Proxy(Vertx vertx, GatewayConfig config) {
        this.patience = Patience.of(config);
        this.upstreams = config.services().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, service -> upstream(vertx, config, service)));
    }

    /**
     * Takes over the request, which is paused, and answers it in any case.
     *
     * @throws Refusal where the client has more than its share of the service
     */
    public void pass(HttpServerRequest request, Passage passage) {
        var visit = passage.visit();
        var client = visit.client().countedAs();
        var upstream = upstreams.get(passage.service());
        if (request.response().ended()) {
            // While somebody asked whose key it is, its body proved malformed.
            return;
        }
        if (!upstream.share().take(client)) {
            throw new Refusal(Problem.tooManyRequests());
        }
        visit.mayStay();
        new Exchange(request, passage, upstream, patience, () -> {
                    upstream.share().giveBack(client);
                    visit.mustLeave();
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
