package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is in the suite that requests can be about: each fact names things that belong together, such as an entry,
 * its contest and its fan.
 */
final class World {

    private static final int REMEMBERED = 400;

    private final List<Map<String, String>> facts = new ArrayList<>();

    void learn(Map<String, String> fact) {
        if (facts.size() >= REMEMBERED) {
            facts.remove(REMEMBERED / 2);
        }
        facts.add(fact);
    }

    /** Something of a name, for a field of a body. */
    Optional<String> some(String name, Choice choice) {
        var key = switch (name) {
            case "campaignId" -> choice.of(List.of("contestId", "quizId", "campaignId"));
            case "excludedFanIds" -> "fanId";
            case "referralToken" -> "token";
            case "optionIds" -> "optionId";
            default -> name;
        };
        return fact(List.of(key), choice).map(fact -> fact.get(key));
    }

    /** Things of these names that belong together. */
    Optional<Map<String, String>> fact(List<String> names, Choice choice) {
        var fitting =
                facts.stream().filter(fact -> fact.keySet().containsAll(names)).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(choice.of(fitting));
    }

    /** The text of a field, or a sign that it is missing. */
    static String text(JsonNode body, String field) {
        return body.path(field).asText("none");
    }
}
