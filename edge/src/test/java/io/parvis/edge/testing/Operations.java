package io.parvis.edge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations of the running service, as its API document lists them: what holds for all is asked of each. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Map<String, JsonNode> paths = new TreeMap<>();

    /**
     * One operation.
     *
     * @param path with ids of nothing in the place of its parameters
     */
    record Operation(String method, String template, String path, JsonNode described) {

        boolean takesBody() {
            return described.has("requestBody");
        }

        boolean isOpen() {
            return template.startsWith("/v1/public/");
        }

        boolean isRead() {
            return method.equals("GET");
        }

        /** Whether a success of it has something to show. */
        boolean answers() {
            for (var response : described.path("responses").properties()) {
                if (response.getKey().startsWith("2") && !response.getKey().equals("204")) {
                    return true;
                }
            }
            return false;
        }

        List<String> parameters() {
            var names = new ArrayList<String>();
            described.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            return names;
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private Operations() {
        try {
            var text = RestAssured.get("/q/openapi?format=json").asString();
            new ObjectMapper()
                    .readTree(text)
                    .path("paths")
                    .properties()
                    .forEach(path -> paths.put(path.getKey(), path.getValue()));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static Operations ofService() {
        return new Operations();
    }

    Collection<String> templates() {
        return paths.keySet();
    }

    /** What a 405 must name: what the document has, and what comes with it. */
    String allowed(String template) {
        var methods = new TreeSet<String>();
        methodsOf(template).forEach(method -> methods.add(method.toUpperCase(java.util.Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    List<Operation> all() {
        var all = new ArrayList<Operation>();
        for (var template : templates()) {
            for (var method : methodsOf(template)) {
                all.add(new Operation(
                        method.toUpperCase(java.util.Locale.ROOT),
                        template,
                        filled(template, "1x"),
                        paths.get(template).path(method)));
            }
        }
        return all;
    }

    private List<String> methodsOf(String template) {
        var methods = new ArrayList<String>();
        paths.get(template).fieldNames().forEachRemaining(member -> {
            if (METHODS.contains(member)) {
                methods.add(member);
            }
        });
        return methods;
    }

    /** @param id in place of what is no number */
    static String filled(String template, String id) {
        return template.replaceAll("\\{rank[^}]*}", "1").replaceAll("\\{[^}]*}", id);
    }
}
