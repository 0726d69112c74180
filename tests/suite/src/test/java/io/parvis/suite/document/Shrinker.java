package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for a smaller request that fails in the same way; a bounded number of tries. */
record Shrinker(Predicate<ApiRequest> fails) {

    private static final int TRIES = 40;

    ApiRequest shrunk(ApiRequest request) {
        var smallest = request;
        for (int tries = 0; tries < TRIES; ) {
            Optional<ApiRequest> found = Optional.empty();
            for (var candidate : candidates(smallest)) {
                if (tries++ >= TRIES) {
                    return smallest;
                }
                if (fails.test(candidate)) {
                    found = Optional.of(candidate);
                    break;
                }
            }
            if (found.isEmpty()) {
                return smallest;
            }
            smallest = found.get();
        }
        return smallest;
    }

    private static List<ApiRequest> candidates(ApiRequest request) {
        var all = new ArrayList<ApiRequest>();
        request.headers().keySet().forEach(header -> all.add(request.without(header)));
        if (request.body() != null) {
            try {
                var body = AnswerCheck.JSON.readTree(request.body());
                smaller(body, body, all, request);
            } catch (IOException notJson) {
                // Stays as it is.
            }
        }
        return all;
    }

    private static void smaller(JsonNode root, JsonNode node, List<ApiRequest> all, ApiRequest request) {
        if (node instanceof ObjectNode object) {
            for (var name : object.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .toList()) {
                var removed = object.remove(name);
                all.add(request.with(Mutation.written(root)));
                object.set(name, removed);
            }
        } else if (node instanceof ArrayNode array && array.size() > 1) {
            var items = new ArrayList<JsonNode>();
            array.forEach(items::add);
            array.removeAll().addAll(items.subList(0, items.size() / 2));
            all.add(request.with(Mutation.written(root)));
            array.removeAll().addAll(items.subList(items.size() / 2, items.size()));
            all.add(request.with(Mutation.written(root)));
            array.removeAll().addAll(items);
        }
        if (node.size() <= 50) {
            node.forEach(child -> smaller(root, child, all, request));
        }
    }
}
