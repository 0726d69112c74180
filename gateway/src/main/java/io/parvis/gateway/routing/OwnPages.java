package io.parvis.gateway.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the gateway answers itself. Listed one by one, so that nothing that a library mounts is public by accident.
 */
enum OwnPages {
    OPEN,
    WITH_KEY;

    private static final Set<String> PUBLIC = Set.of(
            "",
            "docs",
            "openapi.json",
            "openapi.yaml",
            "q/health",
            "q/health/live",
            "q/health/ready",
            "q/health/started",
            "q/health/suite");

    static Optional<OwnPages> find(List<String> segments) {
        var path = String.join("/", segments);
        if (PUBLIC.contains(path) || (segments.size() == 2 && path.startsWith("docs/"))) {
            return Optional.of(OPEN);
        }
        return path.equals("v1/api-keys/self") ? Optional.of(WITH_KEY) : Optional.empty();
    }
}
