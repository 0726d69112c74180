package io.parvis.gateway.client;

import io.netty.channel.Channel;
import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is here: every request announces itself before anything is done for it. */
@ApplicationScoped
public class Visits {

    private static final String PROBES = "/q/health";

    private final Clients clients;
    private final ConnectionGuard guard;
    private final Counts underWay;

    Visits(Clients clients, GatewayConfig config) {
        this.clients = clients;
        this.guard = new ConnectionGuard(clients, config.clients());
        this.underWay = new Counts(config.clients().requestsPerAddress());
    }

    /**
     * Over when its answer is, or when whoever takes over the answer's handlers says so.
     *
     * @throws Refusal where the client has too many under way
     */
    public Visit begin(RoutingContext context) {
        var request = context.request();
        var client = clients.of(request);
        var connection = guard.connection(channel(context));
        connection.requestBegins();
        var probe = isProbe(request);
        var counted = !probe && underWay.take(client.countedAs());
        var visit = new Visit(client, () -> {
            connection.requestEnds();
            if (counted) {
                underWay.giveBack(client.countedAs());
            }
        });
        context.addEndHandler(answered -> visit.over());
        if (!counted && !probe) {
            throw new Refusal(Problem.tooManyRequests());
        }
        return visit;
    }

    /** Whoever watches over the gateway often has the address of its callers, and must hear that it is alive. */
    private static boolean isProbe(HttpServerRequest request) {
        var path = request.path();
        return path != null && path.startsWith(PROBES);
    }

    /** Vert.x has no public name for it. */
    private static Channel channel(RoutingContext context) {
        return ((ConnectionBase) context.request().connection()).channel();
    }
}
