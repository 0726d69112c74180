package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The API document of the whole suite. */
record Documented(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** As the gateway tells it. */
    static Documented of(Callers callers) throws java.io.IOException {
        var asking = new ApiOperation("GET", "/openapi.json", AnswerCheck.JSON.createObjectNode(), "");
        var answer = callers.send(new ApiRequest(
                asking, ApiRequest.Intent.VALID, Callers.NOBODY, "/openapi.json", java.util.Map.of(), null));
        return new Documented(AnswerCheck.JSON.readTree(answer.body()));
    }

    List<ApiOperation> operations() {
        var all = new ArrayList<ApiOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> all.add(new ApiOperation(
                                member.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                member.getValue(),
                                "/paths/" + escaped(path.getKey()) + "/" + member.getKey()))));
        return all;
    }

    /** A schema itself, where it is a reference to one. */
    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref");
        return reference.isTextual() ? resolved(document.at(reference.asText().substring(1))) : schema;
    }

    /** A name as it stands in a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
