package io.parvis.gateway.client;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** All requests under way: each is registered first, and counted by client. */
@Startup
@ApplicationScoped
public class InFlightRequests {

    private static final String PROBES = "/q/health";

    private final ClientResolver clients;
    private final ConnectionLimiter guard;
    private final PerClientLimit underWay;
    private final Duration timeout;

    InFlightRequests(ClientResolver clients, GatewayConfig config) {
        this.clients = clients;
        this.guard = new ConnectionLimiter(clients, config.clients());
        this.underWay = new PerClientLimit(config.clients().requestsPerAddress());
        this.timeout = config.clients().answerTimeout();
    }

    /**
     * Registers a request; it ends when its response is written.
     *
     * @throws GatewayProblemException where the client has too many under way, or cannot be told
     */
    public InFlightRequest begin(HttpServerRequest request) {
        var client = clients.of(request);
        var server = ((ConnectionBase) request.connection()).channelHandlerContext();
        var connection = guard.connection(server.channel());
        var completion = ResponseCompletion.of(server);
        var probe = isProbe(request);
        var counted = !probe && underWay.acquire(client.countedAs());
        var inFlight = new InFlightRequest(client, request, server.executor(), timeout, () -> {
            connection.requestEnds();
            if (counted) {
                underWay.release(client.countedAs());
            }
        });
        connection.requestBegins();
        inFlight.startDeadline();
        completion.await(request.response().streamId(), inFlight::end);
        if (!counted && !probe) {
            throw new GatewayProblemException(GatewayProblem.tooManyRequests());
        }
        return inFlight;
    }

    /** A health probe often has the address of clients behind the same proxy, and must not be limited with them. */
    private static boolean isProbe(HttpServerRequest request) {
        var path = request.path();
        return path != null && path.startsWith(PROBES);
    }
}
