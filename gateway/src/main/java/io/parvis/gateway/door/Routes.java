package io.parvis.gateway.door;

import io.parvis.gateway.GatewayConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table: which path leads to which service. */
@Startup
@ApplicationScoped
public class Routes {

    private final List<Route> table;

    Routes(GatewayConfig config) {
        this.table = config.routes().stream().map(line -> route(config, line)).toList();
    }

    /** The first that matches. */
    public Optional<Route> find(List<String> segments) {
        for (var route : table) {
            if (route.template().matches(segments)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
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
