package io.parvis.gateway.routing;

import io.parvis.gateway.GatewayConfig;
import io.parvis.gateway.service.ServiceDescription;
import io.parvis.gateway.service.ServiceDescriptions;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which path leads to which service: first what is configured, then what the services declare. */
@Startup
@ApplicationScoped
public class Routes {

    private final List<Route> configured;
    private final ServiceDescriptions descriptions;
    private final long bodyLimit;
    private volatile Declared declared;

    /** Made of what was known, and good as long as that is. */
    private record Declared(Map<String, ServiceDescription> of, DeclaredRoutes routes) {}

    Routes(GatewayConfig config, ServiceDescriptions descriptions) {
        this.configured =
                config.routes().stream().map(line -> route(config, line)).toList();
        this.descriptions = descriptions;
        this.bodyLimit = config.bodyLimit().asLongValue();
        this.declared = declared(Map.of());
    }

    public Optional<Route> find(List<String> segments) {
        for (var route : configured) {
            if (route.template().matches(segments)) {
                return Optional.of(route);
            }
        }
        return declared().find(segments);
    }

    /** Whether an unknown path may belong to a service whose document is not known yet. */
    boolean mayComeToBe(List<String> segments) {
        return !descriptions.complete()
                && !segments.isEmpty()
                && segments.getFirst().equals("v1");
    }

    /** Two that find it outdated at once make it twice. */
    private DeclaredRoutes declared() {
        var known = descriptions.known();
        var current = declared;
        if (current.of() != known) {
            current = declared(known);
            declared = current;
        }
        return current.routes();
    }

    private Declared declared(Map<String, ServiceDescription> known) {
        return new Declared(known, new DeclaredRoutes(known, bodyLimit));
    }

    private static Route route(GatewayConfig config, GatewayConfig.Route line) {
        if (!config.services().containsKey(line.service())) {
            throw new IllegalArgumentException(
                    "parvis.gateway.routes: " + line.path() + " leads to " + line.service() + ", which is no service");
        }
        return new Route(
                new PathTemplate(line.path()),
                line.service(),
                line.open(),
                line.bodyLimit()
                        .map(MemorySize::asLongValue)
                        .orElse(config.bodyLimit().asLongValue()),
                line.unbounded().orElse(Set.of()).stream()
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
