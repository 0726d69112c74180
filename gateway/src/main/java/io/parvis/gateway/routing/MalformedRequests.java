package io.parvis.gateway.routing;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.ProblemResponse;
import io.parvis.wire.MalformedHead;
import io.parvis.wire.MalformedRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers what could not be read, in its turn: heads in their place, and broken bodies as long as nobody else does. */
@ApplicationScoped
public class MalformedRequests {

    /** Before everything, for there is no request. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(MalformedRequests::look);
    }

    private static void look(RoutingContext context) {
        var request = context.request();
        var refused = MalformedHead.why(request.decoderResult());
        if (refused.isPresent()) {
            ProblemResponse.send(request, GatewayProblem.malformed(refused.get()));
            return;
        }
        request.exceptionHandler(fault -> {
            if (fault instanceof MalformedRequest why) {
                ProblemResponse.send(request, GatewayProblem.malformed(why));
            }
        });
        context.next();
    }
}
