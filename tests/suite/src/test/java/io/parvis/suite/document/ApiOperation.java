package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One method of one path, as the document describes it; {@code place} points to it within the document. */
record ApiOperation(String method, String path, JsonNode described, String place) {

    /** What it takes beside its body. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    String name() {
        return method + " " + path;
    }

    boolean isPublic() {
        return described.path("security").isArray()
                && described.path("security").isEmpty();
    }

    List<Parameter> parameters() {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .map(each -> new Parameter(
                        each.path("name").asText(),
                        each.path("in").asText(),
                        each.path("required").asBoolean(),
                        each.path("schema")))
                .toList();
    }

    /** Media types of the body and their schemas; empty where it takes none. */
    Map<String, JsonNode> bodies() {
        return schemas(described.at("/requestBody/content"));
    }

    boolean declares(int status) {
        return described.path("responses").has(Integer.toString(status));
    }

    /** Media types of an answer and their schemas. */
    Map<String, JsonNode> answers(int status) {
        return schemas(
                described.path("responses").path(Integer.toString(status)).path("content"));
    }

    /** Where the schema of an answer stands in the document. */
    Optional<String> placeOfAnswer(int status, String mediaType) {
        return answers(status).containsKey(mediaType)
                ? Optional.of(place + "/responses/" + status + "/content/" + Documented.escaped(mediaType) + "/schema")
                : Optional.empty();
    }

    String placeOfBody(String mediaType) {
        return place + "/requestBody/content/" + Documented.escaped(mediaType) + "/schema";
    }

    private static Map<String, JsonNode> schemas(JsonNode content) {
        var found = new java.util.LinkedHashMap<String, JsonNode>();
        content.properties()
                .forEach(each -> found.put(each.getKey(), each.getValue().path("schema")));
        return found;
    }
}
