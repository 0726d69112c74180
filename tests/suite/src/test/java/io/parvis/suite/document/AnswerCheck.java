package io.parvis.suite.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.suite.document.ApiRequest.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with an answer, by the document; each fault begins with its kind. */
final class AnswerCheck {

    static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String PROBLEM = "application/problem+json";
    private static final String LINES = "application/x-ndjson";
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "errors");
    private static final Pattern INSIDE =
            Pattern.compile("\\bat [a-z]+(\\.\\w+)+\\(|Exception\\b|io\\.parvis\\.|java\\.lang\\.");

    private final SchemaCheck answers;
    private final SchemaCheck bodies;
    private final CrossFieldRules rules;

    AnswerCheck(JsonNode document) {
        this.answers = SchemaCheck.closed(document);
        this.bodies = SchemaCheck.of(document);
        this.rules = new CrossFieldRules(new Documented(document));
    }

    List<String> faults(ApiRequest request, ApiAnswer answer) {
        var faults = new ArrayList<String>();
        var operation = request.operation();
        int status = answer.status();
        if (status == 0) {
            return List.of("no answer: " + answer.text());
        }
        if (status >= 500
                && !(status == 503
                        && operation.declares(503)
                        && answer.headers().containsKey("retry-after"))) {
            faults.add("5xx: " + status);
        }
        if (!operation.declares(status)) {
            faults.add("undeclared status: " + status);
        } else if (answer.body().length > 0 && status != 304) {
            faults.addAll(ofBody(operation, answer));
        } else if (answer.body().length == 0 && !operation.answers(status).isEmpty() && status != 304) {
            faults.add("empty answer: " + status);
        }
        if (status >= 400) {
            faults.addAll(ofProblem(operation, answer));
        }
        faults.addAll(ofTruth(request, answer));
        return faults;
    }

    private List<String> ofBody(ApiOperation operation, ApiAnswer answer) {
        var place = operation.placeOfAnswer(answer.status(), answer.mediaType());
        if (place.isEmpty()) {
            return List.of("undeclared media type: " + answer.status() + " " + answer.header("content-type"));
        }
        var faults = new ArrayList<String>();
        var documents = answer.mediaType().equals(LINES) ? answer.text().split("\n") : new String[] {answer.text()};
        for (var document : documents) {
            try {
                answers.faults(place.get(), JSON.readTree(document))
                        .forEach(fault -> faults.add("undeclared answer: " + answer.status() + " " + fault));
            } catch (JsonProcessingException notJson) {
                faults.add("not JSON: " + answer.status());
            }
        }
        return faults;
    }

    private static List<String> ofProblem(ApiOperation operation, ApiAnswer answer) {
        if (!answer.mediaType().equals(PROBLEM)) {
            return List.of("no problem: " + answer.status() + " " + answer.header("content-type"));
        }
        JsonNode problem;
        try {
            problem = JSON.readTree(answer.body());
            if (problem.path("status").asInt() != answer.status()
                    || !problem.path("type").asText().startsWith("https://parvis.io/problems/")
                    || problem.path("title").asText().isBlank()) {
                return List.of("malformed problem: " + answer.text());
            }
        } catch (java.io.IOException notJson) {
            return List.of("malformed problem: " + answer.text());
        }
        var description = operation
                .described()
                .path("responses")
                .path(Integer.toString(answer.status()))
                .path("description")
                .asText();
        for (var member : problem.properties()) {
            if (!MEMBERS.contains(member.getKey()) && !description.contains("`" + member.getKey() + "`")) {
                return List.of("undeclared member: " + member.getKey() + " of "
                        + problem.path("type").asText());
            }
        }
        return INSIDE.matcher(answer.text()).find() ? List.of("tells what is inside: " + answer.text()) : List.of();
    }

    /** What the document allows is not malformed, and what it forbids is not done. */
    private List<String> ofTruth(ApiRequest request, ApiAnswer answer) {
        var type = request.headers().getOrDefault("Content-Type", "");
        if (!request.operation().bodies().containsKey(type) || type.equals(LINES)) {
            return List.of();
        }
        if (request.body() == null || request.body().length == 0) {
            var required =
                    request.operation().described().at("/requestBody/required").asBoolean();
            return required && answer.succeeded() ? List.of("forbidden, yet done: no body") : List.of();
        }
        if (request.intent() != Intent.MUTATED && answer.status() == 400) {
            return rules.areTold(request.operation(), answer)
                    ? List.of()
                    : List.of("allowed, yet malformed: " + answer.text());
        }
        if (!answer.succeeded()) {
            return List.of();
        }
        try {
            var faults = bodies.faults(request.operation().placeOfBody(type), JSON.readTree(request.body()));
            return faults.isEmpty() ? List.of() : List.of("forbidden, yet done: " + faults);
        } catch (java.io.IOException notJson) {
            return List.of("forbidden, yet done: not JSON");
        }
    }
}
