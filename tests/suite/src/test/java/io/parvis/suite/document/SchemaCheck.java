package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Judges JSON by the document's schemas (OpenAPI 3.1 schemas are JSON Schema 2020-12). */
final class SchemaCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = "urn:parvis:document";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
        var components = JSON.createObjectNode().set("components", document.path("components"));
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(DOCUMENT, components.toString())));
    }

    /** As the document stands. */
    static SchemaCheck of(JsonNode document) {
        return new SchemaCheck(document);
    }

    /** With no field but those that the document declares; problems may have more. */
    static SchemaCheck closed(JsonNode document) {
        var closed = document.deepCopy();
        close(closed);
        return new SchemaCheck(closed);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")
                && !schema.path("properties").has("errors")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(SchemaCheck::close);
    }

    /** What is wrong with a value, by the schema at a place of the document. */
    List<String> faults(String place, JsonNode value) {
        return schemas.computeIfAbsent(place, this::schema).validate(value).stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }

    /** The schema itself, its references led to where they stand: a place has signs that a reference has no room for. */
    private Schema schema(String place) {
        var text = document.at(place).toString().replace("\"#/components/", "\"" + DOCUMENT + "#/components/");
        return registry.getSchema(
                SchemaLocation.of("urn:parvis:place:" + schemas.size() + ":" + place.hashCode()),
                text,
                InputFormat.JSON);
    }
}
