package io.parvis.eventing.edge;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** The methods that a path has: a 405 must say so (RFC 9110, 15.5.6), and Quarkus REST's own does not. */
final class AllowedMethods {

    private AllowedMethods() {}

    static Set<String> of(String path) {
        var methods = new TreeSet<String>();
        var resources = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        for (var match = resources.map(path); match != null; match = resources.continueMatching(path, match)) {
            var below = match.remaining;
            for (var handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    routing.getMappers().forEach((method, paths) -> {
                        if (method != null && paths.map(below) != null) {
                            methods.add(method);
                        }
                    });
                }
            }
        }
        return methods;
    }
}
