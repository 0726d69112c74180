package io.parvis.edge.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/**
 * The methods that a path has. A 405 must name them (RFC 9110, 15.5.6), and one path may belong to several resource
 * classes: each is asked by itself, since Quarkus REST stops at the first that knows the method.
 */
final class AllowedMethods {

    private AllowedMethods() {}

    /** In alphabetical order; empty where the path is none of ours. */
    static Set<String> of(String path) {
        var methods = new TreeSet<String>();
        for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            var match = new RequestMapper<>(new ArrayList<>(List.of(resource))).map(path);
            if (match != null) {
                addOf(match.value, match.remaining.isEmpty() ? "/" : match.remaining, methods);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    private static void addOf(InitialMatch resource, String below, Set<String> methods) {
        for (var handler : resource.handlers) {
            if (handler instanceof ClassRoutingHandler routing) {
                routing.getMappers().forEach((method, paths) -> {
                    if (method != null && paths.map(below) != null) {
                        methods.add(method);
                    }
                });
            }
        }
    }
}
