package io.parvis.gateway.client;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.Refusal;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who is here: every request announces itself before anything is done for it. */
@Startup
@ApplicationScoped
public class Visits {

    private static final String PROBES = "/q/health";

    private final Clients clients;
    private final ConnectionGuard guard;
    private final Counts underWay;
    private final Duration patience;

    Visits(Clients clients, GatewayConfig config) {
        this.clients = clients;
        this.guard = new ConnectionGuard(clients, config.clients());
        this.underWay = new Counts(config.clients().requestsPerAddress());
        this.patience = config.clients().answerTimeout();
    }

    /**
     * Over when its answer has left.
     *
     * @throws Refusal where the client has too many under way, or cannot be told
     */
    public Visit begin(HttpServerRequest request) {
        var client = clients.of(request);
        var server = ((ConnectionBase) request.connection()).channelHandlerContext();
        var connection = guard.connection(server.channel());
        var departures = Departures.of(server);
        var probe = isProbe(request);
        var counted = !probe && underWay.take(client.countedAs());
        var visit = new Visit(client, request, server.executor(), patience, () -> {
            connection.requestEnds();
            if (counted) {
                underWay.giveBack(client.countedAs());
            }
        });
        connection.requestBegins();
        visit.mustLeave();
        departures.await(request.response().streamId(), visit::over);
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
}
