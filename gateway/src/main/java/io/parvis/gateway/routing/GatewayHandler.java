package io.parvis.gateway.routing;

import io.parvis.gateway.client.InFlightRequests;
import io.parvis.gateway.key.ApiKeys;
import io.parvis.gateway.key.CallerTokens;
import io.parvis.gateway.key.Identification;
import io.parvis.gateway.key.KeyHolder;
import io.parvis.gateway.key.RequestKeyHolder;
import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import io.parvis.gateway.problem.ProblemResponse;
import io.parvis.gateway.problem.UnreadBody;
import io.parvis.gateway.proxy.AdmittedRequest;
import io.parvis.gateway.proxy.Proxy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Handles every request: CORS, routing, authentication, then the proxy or an own page. */
@ApplicationScoped
public class GatewayHandler {

    private static final Logger LOG = Logger.getLogger(GatewayHandler.class);

    /** Before whatever Quarkus mounts, after CORS. */
    private static final int ORDER = -100;

    private final InFlightRequests inFlightRequests;
    private final Routes routes;
    private final ApiKeys keys;
    private final CallerTokens tokens;
    private final Proxy proxy;

    GatewayHandler(InFlightRequests inFlightRequests, Routes routes, ApiKeys keys, CallerTokens tokens, Proxy proxy) {
        this.inFlightRequests = inFlightRequests;
        this.routes = routes;
        this.keys = keys;
        this.tokens = tokens;
        this.proxy = proxy;
    }

    void mount(@Observes Router router) {
        router.route()
                .order(ORDER)
                .handler(context -> guarded(context.request(), () -> enter(context)))
                .failureHandler(GatewayHandler::unreadable);
        // A path that cannot even be matched against routes.
        router.errorHandler(400, GatewayHandler::unreadable);
    }

    private void enter(RoutingContext context) {
        var request = context.request();
        if (CorsHeaders.answered(request)) {
            return;
        }
        var inFlight = inFlightRequests.begin(request);
        var target = RequestTarget.read(OwnPageRules.withoutTrailingSlash(request.uri()));
        var own = OwnPages.find(target.segments());
        if (own.isPresent()) {
            if (HttpMethod.OPTIONS.equals(request.method())) {
                OwnPageRules.tellMethods(request);
                return;
            }
            OwnPageRules.apply(request);
            enterOwnPage(context, own.get());
            return;
        }
        var route = routes.find(target.segments()).orElseThrow(() -> new GatewayProblemException(noRoute(target)));
        var limit = route.bodyLimit(request);
        RequestRules.check(request, limit);
        if (route.open()) {
            proxy.pass(request, new AdmittedRequest(inFlight, route.service(), target.uri(), null, limit));
            return;
        }
        identified(
                request,
                caller -> proxy.pass(
                        request,
                        new AdmittedRequest(inFlight, route.service(), target.uri(), tokens.tokenFor(caller), limit)));
    }

    private GatewayProblem noRoute(RequestTarget target) {
        return routes.mayComeToBe(target.segments()) ? GatewayProblem.pathsUnknown() : GatewayProblem.notFound();
    }

    private void enterOwnPage(RoutingContext context, OwnPages page) {
        var loop = Vertx.currentContext();
        context.addEndHandler(answered -> loop.runOnContext(later -> UnreadBody.discard(context.request())));
        switch (page) {
            case OPEN -> context.next();
            case WITH_KEY ->
                identified(context.request(), caller -> {
                    OwnPageRules.applyToOperation(context.request());
                    RequestKeyHolder.put(context, caller);
                    context.next();
                });
        }
    }

    private void identified(HttpServerRequest request, Consumer<KeyHolder> then) {
        var answer = keys.identify(request.getHeader("X-API-Key"));
        request.pause();
        Future.fromCompletionStage(answer, Vertx.currentContext())
                .onSuccess(identification -> guarded(request, () -> {
                    switch (identification) {
                        case Identification.Known known -> then.accept(known.caller());
                        case Identification.Refused refused ->
                            throw new GatewayProblemException(GatewayProblem.notAuthenticated(refused.why()));
                        case Identification.Undecided undecided ->
                            throw new GatewayProblemException(GatewayProblem.keysUnavailable());
                    }
                }))
                .onFailure(fault -> broken(request, fault));
    }

    private static void guarded(HttpServerRequest request, Runnable step) {
        try {
            step.run();
        } catch (GatewayProblemException refusal) {
            ProblemResponse.send(request, refusal.problem());
        } catch (RuntimeException fault) {
            broken(request, fault);
        }
    }

    /** What is no path at all ({@code OPTIONS *}), or was refused before this handler saw it, or broke behind it. */
    private static void unreadable(RoutingContext context) {
        if (!context.response().headWritten() && CorsHeaders.answered(context.request())) {
            return;
        }
        if (RequestRules.asksAboutServer(context.request())) {
            context.response().setStatusCode(204).end();
            UnreadBody.discard(context.request());
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            ProblemResponse.send(context.request(), GatewayProblem.invalid("The request cannot be read."));
        } else {
            context.next();
        }
    }

    private static void broken(HttpServerRequest request, Throwable fault) {
        LOG.errorf(fault, "%s %s failed in the gateway", request.method(), request.path());
        ProblemResponse.send(request, GatewayProblem.internal());
    }
}
