package io.parvis.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Asks every path of the API document with every method that it does not have. */
final class Methods {

    private static final List<String> ALL =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

    private final SuiteClient client;

    Methods(SuiteClient client) {
        this.client = client;
    }

    /** What was not answered with the methods that there are. */
    List<String> toldWrongly() {
        var wrong = new ArrayList<String>();
        client.get("/openapi.json").body().path("paths").properties().forEach(path -> {
            var allowed = allowed(path.getValue());
            for (var method : ALL) {
                if (method.equals("OPTIONS") || !allowed.contains(method)) {
                    var answer = client.send(method, filled(path.getKey()), BodyPublishers.noBody());
                    var told = new TreeSet<>(
                            List.of(answer.headers().getOrDefault("allow", "").split(",\\s*")));
                    if (answer.status() != (method.equals("OPTIONS") ? 204 : 405) || !told.equals(allowed)) {
                        wrong.add("%s %s -> %d %s".formatted(method, path.getKey(), answer.status(), told));
                    }
                }
            }
        });
        return wrong;
    }

    private static TreeSet<String> allowed(JsonNode path) {
        var methods = new TreeSet<String>();
        path.fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        methods.retainAll(ALL);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    private static String filled(String path) {
        return path.replace("{rank}", "1").replaceAll("\\{[^}]*}", "1x");
    }
}
