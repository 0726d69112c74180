package io.parvis.gateway.proxy;

import io.parvis.gateway.problem.GatewayProblem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Failures of a service: logged, counted by the circuit breaker if the service is unavailable, and turned into a
 * problem.
 */
record UpstreamFailures(HttpServerRequest request, Upstream upstream) {

    private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);

    /** No connection was to be had. */
    GatewayProblem notConnected(Throwable cause) {
        if (!(cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException)) {
            return noAnswer(cause);
        }
        if (upstream.mayLog()) {
            LOG.warnf("%s: no connection is free (%s)", upstream.name(), cause.getMessage());
        }
        return GatewayProblem.unavailable(upstream.name());
    }

    /** The connection broke before the answer began. */
    GatewayProblem noAnswer(Throwable cause) {
        upstream.circuit().failed();
        LOG.warnf("%s did not answer %s %s: %s", upstream.name(), request.method(), request.path(), cause);
        return GatewayProblem.unreachable(upstream.name());
    }

    /** The service had its turn and kept silent. */
    GatewayProblem tooLate() {
        upstream.circuit().failed();
        LOG.warnf("%s did not answer %s %s in time", upstream.name(), request.method(), request.path());
        return GatewayProblem.timeout(upstream.name());
    }

    /** The answer had begun. */
    GatewayProblem brokenOff(Throwable cause) {
        LOG.warnf("%s: the answer to %s %s broke off: %s", upstream.name(), request.method(), request.path(), cause);
        return GatewayProblem.unreachable(upstream.name());
    }
}
