package io.parvis.edge.web;

import io.parvis.edge.access.AccessRule;
import io.parvis.edge.access.TokenAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request pass to its operation only where the caller may ask for it; nothing of its body is read before. */
@ApplicationScoped
public class AccessFilter {

    /** What the path of an operation on a brand calls it. */
    private static final String BRAND = "brandId";

    private final TokenAuthenticator authenticator;
    private final RequestFacts facts;
    private final Map<Method, AccessRule> rules = new ConcurrentHashMap<>();

    AccessFilter(TokenAuthenticator authenticator, RequestFacts facts) {
        this.authenticator = authenticator;
        this.facts = facts;
    }

    /** Before anything else is asked of a request: what is wrong with it is only for those who may send it. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 200, nonBlocking = true)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var rule = rules.computeIfAbsent(resource.getResourceMethod(), AccessRule::of);
        if (!rule.admitsEverybody()) {
            facts.caller(authenticator.authenticate(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        }
        rule.check(facts.caller(), request.getUriInfo().getPathParameters().getFirst(BRAND));
    }
}
