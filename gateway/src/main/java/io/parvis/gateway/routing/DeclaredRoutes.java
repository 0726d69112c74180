package io.parvis.gateway.routing;

import io.parvis.gateway.service.DeclaredPath;
import io.parvis.gateway.service.ServiceDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * What the services declare, as routes. A service may declare paths below {@code /v1/} alone. Of what two services
 * declare the first in alphabetical order has it, so that all replicas of the gateway agree.
 */
final class DeclaredRoutes {

    private static final Logger LOG = Logger.getLogger(DeclaredRoutes.class);

    /** What is below is public, and nothing else is: no service can make anything public by a slip. */
    private static final String PUBLIC = "/v1/public/";

    private static final String API = "/v1/";
    private static final int LONGEST_PATH = 500;
    private static final Set<String> STREAMS = Set.of("application/x-ndjson");

    private final Map<Integer, TreeMap<PathTemplate, Route>> byLength = new HashMap<>();

    /** @param bodyLimit in bytes */
    DeclaredRoutes(Map<String, ServiceDescription> services, long bodyLimit) {
        services.forEach(
                (service, description) -> description.offers().forEach(offer -> add(service, offer, bodyLimit)));
    }

    /** The most specific one: a literal segment goes before a parameter. */
    Optional<Route> find(List<String> segments) {
        var candidates = byLength.get(segments.size());
        if (candidates != null) {
            for (var candidate : candidates.entrySet()) {
                if (candidate.getKey().matches(segments)) {
                    return Optional.of(candidate.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private void add(String service, DeclaredPath offer, long bodyLimit) {
        var path = offer.path();
        if (path.length() > LONGEST_PATH || !path.startsWith(API) || !PathTemplate.isOfOneLength(path)) {
            LOG.warnf("%s declares %.500s, which is no path of the API: nothing leads there", service, path);
            return;
        }
        var template = new PathTemplate(path);
        var route = new Route(
                template, service, path.startsWith(PUBLIC), bodyLimit, offer.takesStreams() ? STREAMS : Set.of());
        var before = byLength.computeIfAbsent(
                        template.length(), length -> new TreeMap<>(PathTemplate.MOST_SPECIFIC_FIRST))
                .putIfAbsent(template, route);
        if (before != null && !before.service().equals(service)) {
            LOG.errorf("%s declares %s, which leads to %s", service, path, before.service());
        }
    }
}
