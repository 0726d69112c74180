package io.parvis.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.gateway.service.ServiceDescription;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Joins API documents into one (OpenAPI 3.1). The outcome depends on the documents alone, not on their order in time. */
final class ApiMerge {

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final Map<String, ObjectNode> documents;
    private final BiPredicate<String, String> reachable;
    private final Components components;
    private final Set<String> operationIds = new HashSet<>();
    private final Map<String, JsonNode> tags = new TreeMap<>();

    private ApiMerge(Map<String, ObjectNode> documents, BiPredicate<String, String> reachable) {
        this.documents = documents;
        this.reachable = reachable;
        this.components = new Components(documents);
    }

    /**
     * @param documents by the name of who answers; iterated in their order
     * @param reachable whether a path (second) of a document (first) can be reached from outside
     */
    static ObjectNode merge(Map<String, ObjectNode> documents, BiPredicate<String, String> reachable) {
        return new ApiMerge(documents, reachable).merge();
    }

    private ObjectNode merge() {
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Parvis").put("version", "1").put("description", Introduction.TEXT);
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("security").addObject().putArray("apiKey");
        var paths = new TreeMap<String, ObjectNode>();
        documents.forEach((name, document) -> {
            addPaths(name, document, paths);
            document.path("tags")
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        });
        merged.putArray("tags").addAll(tags.values());
        merged.putObject("paths").setAll(paths);
        var all = merged.putObject("components");
        components.addTo(all);
        GatewayResponses.addTheirSchema(all);
        all.putObject("securitySchemes")
                .putObject("apiKey")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "An API key stands for exactly one person or machine.");
        return merged;
    }

    private void addPaths(String document, ObjectNode from, Map<String, ObjectNode> paths) {
        from.path("paths").properties().forEach(offered -> {
            var path = offered.getKey().replace(ServiceDescription.SERVICE, document);
            if (reachable.test(document, path)) {
                var item = components.rewritten(document, (ObjectNode) offered.getValue());
                item.properties().forEach(member -> {
                    if (ServiceDescription.METHODS.contains(member.getKey())) {
                        complete(document, (ObjectNode) member.getValue());
                    }
                });
                paths.merge(path, item, ApiMerge::joined);
            }
        });
    }

    /** Two services may share a path; who came first keeps what both claim. */
    private static ObjectNode joined(ObjectNode first, ObjectNode second) {
        second.properties().forEach(member -> {
            if (!first.has(member.getKey())) {
                first.set(member.getKey(), member.getValue());
            }
        });
        return first;
    }

    private void complete(String document, ObjectNode operation) {
        GatewayResponses.addTo(operation);
        var id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            operation.put("operationId", document + Character.toUpperCase(id.charAt(0)) + id.substring(1));
        }
        // Services name schemes of their own for the gateway's token; from outside there is the key, or nothing (an
        // empty list: without it, the demand of the whole document would hold).
        if (operation.path("security").isArray() && !operation.path("security").isEmpty()) {
            operation.remove("security");
        }
        if (operation.path("parameters") instanceof ArrayNode parameters) {
            parameters.removeIf(parameter -> parameter.path("in").asText().equals("path")
                    && ServiceDescription.SERVICE.equals(
                            "{" + parameter.path("name").asText() + "}"));
        }
    }
}
