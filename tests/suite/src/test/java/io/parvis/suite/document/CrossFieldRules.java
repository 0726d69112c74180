package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What fields have to do with each other is more than a schema says. Such a rule is told in words: by the description of
 * the body's schema, in those of its refusal, or by that of the operation, and then it is listed here.
 */
final class CrossFieldRules {

    private static final String BRAND = "/v1/brands/{brandId}";

    private static final String QUIZ =
            "must be two|must have a correct one|must have one correct one only|is for numbers|a number has none|must"
                    + " say which number is right|is another option's|is another question's|must be more than from|is more"
                    + " than anybody can score|must reach the highest score|no gap and no overlap|must be from PT1S";

    /** By operation: rules that its description tells in words of its own. */
    private static final Map<String, String> TOLD = Map.of(
            // The kinds of questions and their keys; bands without gap, up to the highest score, which is their sum.
            "POST " + BRAND + "/quizzes", QUIZ,
            "PATCH " + BRAND + "/quizzes/{quizId}", QUIZ,
            // A change of what is not there yet must bring all that it needs: the whole must be valid.
            "PATCH " + BRAND + "/contests/{contestId}",
                    "must not be null|must not be blank|must be a whole number|must not be empty",
            // Each kind of operation takes members of its own.
            "POST " + BRAND + "/fans/{fanId}/points",
                    "is not for this operation|must say|must be given|is given by|must be from 1",
            // A purpose stands in a list once.
            "POST " + BRAND + "/fans", "must be named once",
            "PUT " + BRAND + "/fans/{fanId}/consents", "must be named once");

    private final Documented document;
    private final Map<String, String> words = new ConcurrentHashMap<>();

    CrossFieldRules(Documented document) {
        this.document = document;
    }

    /** Whether all that is wrong with a request is told so. */
    boolean areTold(ApiOperation operation, ApiAnswer answer) {
        try {
            var errors = AnswerCheck.JSON.readTree(answer.body()).path("errors");
            for (var error : errors) {
                var detail = error.path("detail").asText();
                if (!words(operation).contains(detail)
                        && !detail.matches(".*(" + TOLD.getOrDefault(operation.name(), "(?!)") + ").*")) {
                    return false;
                }
            }
            return !errors.isEmpty();
        } catch (IOException notJson) {
            return false;
        }
    }

    private String words(ApiOperation operation) {
        return words.computeIfAbsent(operation.name(), name -> {
            var found = new StringBuilder();
            operation.bodies().values().forEach(schema -> collect(schema, found, new HashSet<>()));
            return found.toString();
        });
    }

    private void collect(JsonNode schema, StringBuilder found, Set<String> seen) {
        found.append(schema.path("description").asText()).append('\n');
        var reference = schema.path("$ref");
        if (reference.isTextual() && seen.add(reference.asText())) {
            collect(document.resolved(schema), found, seen);
        }
        schema.forEach(child -> {
            if (child.isContainerNode()) {
                collect(child, found, seen);
            }
        });
    }
}
