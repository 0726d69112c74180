package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes values that a schema allows. */
final class BodyMaker {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Documented document;
    private final Texts texts;

    BodyMaker(Documented document, Texts texts) {
        this.document = document;
        this.texts = texts;
    }

    /** With nothing that is not required. */
    JsonNode smallest(JsonNode schema, Choice choice) {
        return made("", schema, choice, false);
    }

    /** With some of what is optional. */
    JsonNode any(JsonNode schema, Choice choice) {
        return made("", schema, choice, true);
    }

    private JsonNode made(String name, JsonNode given, Choice choice, boolean more) {
        var schema = document.resolved(given);
        if (more && choice.oneIn(8) && allowsNull(schema)) {
            return NODES.nullNode();
        }
        for (var combined : List.of("anyOf", "oneOf")) {
            if (schema.path(combined).isArray()) {
                return made(name, schema.path(combined).get(0), choice, more);
            }
        }
        if (schema.path("enum").isArray()) {
            var values = StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .toList();
            return choice.of(values);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, choice, more);
            case "array" -> array(name, schema, choice, more);
            case "integer" ->
                NODES.numberNode(
                        number(schema, choice).setScale(0, RoundingMode.CEILING).toBigInteger());
            case "number" -> NODES.numberNode(number(schema, choice));
            case "boolean" -> NODES.booleanNode(choice.oneIn(2));
            case "null" -> NODES.nullNode();
            default -> NODES.textNode(texts.of(name, schema, choice));
        };
    }

    private static boolean allowsNull(JsonNode schema) {
        return schema.path("type").toString().contains("\"null\"")
                || schema.path("anyOf").toString().contains("{\"type\":\"null\"}");
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, Choice choice, boolean more) {
        var made = NODES.objectNode();
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        schema.path("properties").properties().forEach(each -> {
            if (required.contains(each.getKey()) || (more && choice.oneIn(3))) {
                made.set(each.getKey(), made(each.getKey(), each.getValue(), choice, more));
            }
        });
        return made;
    }

    private ArrayNode array(String name, JsonNode schema, Choice choice, boolean more) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), least + 3);
        int size = more ? least + choice.below(most - least + 1) : least;
        var made = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            made.add(made(name, schema.path("items"), choice, more));
        }
        return made;
    }

    private static BigDecimal number(JsonNode schema, Choice choice) {
        var least = bound(schema, "minimum", BigDecimal.ZERO);
        var most = bound(schema, "maximum", least.add(BigDecimal.valueOf(100)));
        return switch (choice.below(6)) {
            case 0 -> least;
            case 1 -> most;
            default -> least.add(BigDecimal.valueOf(choice.below(Math.max(1, span(least, most)))));
        };
    }

    private static int span(BigDecimal least, BigDecimal most) {
        return most.subtract(least).min(BigDecimal.valueOf(20)).intValue() + 1;
    }

    private static BigDecimal bound(JsonNode schema, String keyword, BigDecimal otherwise) {
        return schema.has(keyword) ? schema.path(keyword).decimalValue() : otherwise;
    }
}
