package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.parvis.suite.document.ApiRequest.Intent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests to an operation from what the document says of it. */
final class Requests {

    private static final String LINES = "application/x-ndjson";

    private final BodyMaker bodies;
    private final Preparation preparation;
    private final Maker maker;

    Requests(BodyMaker bodies, Preparation preparation, Maker maker) {
        this.bodies = bodies;
        this.preparation = preparation;
        this.maker = maker;
    }

    ApiRequest make(ApiOperation operation, Intent intent, String role, String type, Choice choice) {
        var oddity = intent == Intent.MUTATED ? choice.below(10) : -1;
        var body = body(operation, type, intent, choice);
        var bytes = body == null ? null : bytes(body, type);
        if (body != null && intent == Intent.MUTATED && oddity < 6) {
            bytes = type.equals(LINES) ? lines(body, choice) : new Mutation(choice.split()).of(body);
        }
        return new ApiRequest(
                operation,
                intent,
                role,
                path(operation, oddity == 6 || (body == null && oddity >= 0 && oddity < 3), choice)
                        + query(operation, oddity == 7 || (body == null && oddity >= 3 && oddity < 6), choice),
                headers(operation, body == null ? "" : type, oddity >= 8, choice),
                bytes);
    }

    private @Nullable JsonNode body(ApiOperation operation, String type, Intent intent, Choice choice) {
        var schema = operation.bodies().get(type);
        if (schema == null) {
            return null;
        }
        if (intent == Intent.SMALLEST) {
            return bodies.smallest(schema, choice);
        }
        return choice.oneIn(4)
                ? bodies.any(schema, choice)
                : preparation.body(operation, choice).orElseGet(() -> bodies.any(schema, choice));
    }

    private static byte[] bytes(JsonNode body, String type) {
        var json = Mutation.written(body);
        return type.equals(LINES)
                ? (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8)
                : json;
    }

    /** Good lines and bad ones in turn. */
    private static byte[] lines(JsonNode body, Choice choice) {
        var lines = new StringBuilder();
        for (int i = 0; i < 1 + choice.below(6); i++) {
            var line = choice.oneIn(2) ? Mutation.written(body) : new Mutation(choice.split()).of(body);
            lines.append(new String(line, StandardCharsets.UTF_8)).append(choice.oneIn(5) ? "\r\n" : "\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String path(ApiOperation operation, boolean odd, Choice choice) {
        var names = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("path"))
                .map(ApiOperation.Parameter::name)
                .toList();
        var values = new LinkedHashMap<>(
                preparation.path(operation, names, choice).orElse(Map.of("brandId", maker.brandId())));
        if (odd && !names.isEmpty()) {
            values.put(
                    choice.of(names),
                    choice.of(Hostile.TEXTS.stream()
                            .filter(text -> !text.isEmpty() && text.length() < 1000)
                            .toList()));
        }
        var path = operation.path();
        for (var name : names) {
            path = path.replace("{" + name + "}", encoded(values.getOrDefault(name, "invented-" + choice.word(8))));
        }
        return path;
    }

    private static String query(ApiOperation operation, boolean odd, Choice choice) {
        var query = new StringBuilder();
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("query") && (odd || choice.oneIn(3))) {
                var value = odd ? choice.of(Hostile.TEXTS) : usual(parameter, choice);
                if (!value.isEmpty() || odd) {
                    add(query, parameter.name(), value.length() > 4000 ? value.substring(0, 4000) : value);
                }
            }
        }
        if (odd && choice.oneIn(2)) {
            add(query, choice.of(List.of("unknown", "email", "limit", "cursor", "asOf", "", "a%")), "1");
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private static String usual(ApiOperation.Parameter parameter, Choice choice) {
        return switch (parameter.name()) {
            case "limit" -> Integer.toString(1 + choice.below(200));
            case "asOf" -> "2026-07-04T10:00:00Z";
            default -> "";
        };
    }

    private Map<String, String> headers(ApiOperation operation, String type, boolean odd, Choice choice) {
        var headers = new LinkedHashMap<String, String>();
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        if (operation.method().equals("GET") || choice.oneIn(3)) {
            headers.put("Parvis-Position", maker.position());
        }
        if (odd) {
            var names = Hostile.HEADERS.keySet().stream().sorted().toList();
            for (int i = 0; i < 1 + choice.below(2); i++) {
                var name = choice.of(names);
                headers.put(name, choice.of(Hostile.HEADERS.get(name)));
            }
        }
        return headers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
