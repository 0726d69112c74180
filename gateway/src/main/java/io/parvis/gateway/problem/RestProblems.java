package io.parvis.gateway.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the gateway's own operations throw, as problems. */
class RestProblems {

    private static final Logger LOG = Logger.getLogger(RestProblems.class);

    @ServerExceptionMapper
    Response refused(GatewayProblemException refusal) {
        return answer(refusal.problem());
    }

    @ServerExceptionMapper
    Response byTheFramework(WebApplicationException refusal) {
        return switch (refusal.getResponse().getStatus()) {
            case 404 -> answer(GatewayProblem.notFound());
            case 405 -> answer(GatewayProblem.methodNotAllowed("GET"));
            case 500 -> broken(refusal);
            case 406 -> answer(GatewayProblem.notAcceptable());
            default -> refusal.getResponse();
        };
    }

    @ServerExceptionMapper
    Response broken(RuntimeException fault) {
        LOG.error("An operation of the gateway failed", fault);
        return answer(GatewayProblem.internal());
    }

    private static Response answer(GatewayProblem problem) {
        var response = Response.status(problem.status())
                .type(GatewayProblem.MEDIA_TYPE)
                .entity(problem.json().encode());
        problem.headers().forEach(response::header);
        return response.build();
    }
}
