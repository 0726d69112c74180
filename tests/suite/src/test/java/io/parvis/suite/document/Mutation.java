package io.parvis.suite.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Spoils a body in one place, or two. */
final class Mutation {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper ESCAPED = com.fasterxml.jackson.databind.json.JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** Stands for what JSON nodes cannot hold, until it is written. */
    private static final String RAW = "@@raw@@";

    private static final int MANY = 50_000;

    private final Choice choice;

    Mutation(Choice choice) {
        this.choice = choice;
    }

    static byte[] written(JsonNode body) {
        try {
            return PLAIN.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] of(JsonNode body) {
        if (choice.oneIn(10)) {
            return spoilt(written(body));
        }
        var spoilt = body.deepCopy();
        spoil(spoilt);
        if (choice.oneIn(4)) {
            spoil(spoilt);
        }
        try {
            // Half a surrogate pair can be written as an escape only.
            var text = ESCAPED.writeValueAsString(spoilt);
            return text.replace('"' + RAW + '"', raw()).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is no JSON, or hardly. */
    private byte[] spoilt(byte[] json) {
        var text = new String(json, StandardCharsets.UTF_8);
        return switch (choice.below(12)) {
            case 0 -> new byte[0];
            case 1 -> text.substring(0, choice.below(text.length())).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> new byte[] {'"', (byte) 0xff, (byte) 0xc0, '"'};
            case 4 -> "[".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replaceFirst("\\{(\"[^\"]*\":)", "{$1null,$1").getBytes(StandardCharsets.UTF_8);
            case 6 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 7 -> text.getBytes(StandardCharsets.UTF_16);
            case 8 ->
                choice.of(List.of("null", "true", "0", "\"\"", "[]", "{}", "   ", "nul", "{\"a\":}"))
                        .getBytes(StandardCharsets.UTF_8);
            case 9 -> ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
            case 10 -> ("{\"" + "k".repeat(2000) + "\":1," + text.substring(1)).getBytes(StandardCharsets.UTF_8);
            default -> text.replace("\"", "'").getBytes(StandardCharsets.UTF_8);
        };
    }

    private void spoil(JsonNode root) {
        var places = new ArrayList<Consumer<JsonNode>>();
        var removals = new ArrayList<Runnable>();
        collect(root, places, removals);
        if (root instanceof ObjectNode object && (places.isEmpty() || choice.oneIn(12))) {
            object.set(
                    choice.of(List.of("unknown", "complete", "class", "@type", "", "brandId", "__proto__")), value());
        } else if (!removals.isEmpty() && choice.oneIn(6)) {
            choice.of(removals).run();
        } else if (!places.isEmpty()) {
            choice.of(places).accept(value());
        }
    }

    private void collect(JsonNode node, List<Consumer<JsonNode>> places, List<Runnable> removals) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                places.add(value -> object.set(each.getKey(), value));
                removals.add(() -> object.remove(each.getKey()));
                collect(each.getValue(), places, removals);
            });
        } else if (node instanceof ArrayNode array) {
            places.add(array::add);
            if (choice.oneIn(20) && !array.isEmpty()) {
                places.add(ignored -> many(array, array.get(0)));
            }
            if (choice.oneIn(40)) {
                places.add(value -> many(array, value));
            }
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(value -> array.set(at, value));
                removals.add(() -> array.remove(at));
                collect(array.get(i), places, removals);
            }
        }
    }

    private static void many(ArrayNode array, JsonNode value) {
        int times = Math.min(MANY, 1_500_000 / (value.toString().length() + 1));
        for (int i = 0; i < times; i++) {
            array.add(value);
        }
    }

    private JsonNode value() {
        var nodes = JsonNodeFactory.instance;
        return switch (choice.below(9)) {
            case 0, 1 -> nodes.nullNode();
            case 2 -> nodes.booleanNode(choice.oneIn(2));
            case 3 -> nodes.numberNode(BigDecimal.valueOf(choice.below(5) - 1L));
            case 4 -> nodes.textNode(RAW);
            case 5 -> nodes.arrayNode().add(nodes.nullNode());
            case 6 -> nodes.objectNode().put("a", 1);
            default -> nodes.textNode(choice.of(Hostile.TEXTS));
        };
    }

    private String raw() {
        return switch (choice.below(8)) {
            case 0 -> "[".repeat(70) + "]".repeat(70);
            case 1 -> "{\"a\":".repeat(70) + "1" + "}".repeat(70);
            default -> choice.of(Hostile.NUMBERS);
        };
    }
}
