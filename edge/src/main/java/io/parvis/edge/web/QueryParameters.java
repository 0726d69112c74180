package io.parvis.edge.web;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the query must mean something: a filter that is misspelled must not be taken for none at all. */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * Refuses what is not known, and what is known and given more than once.
     *
     * @param given names, and how often
     * @throws InvalidRequest with {@code parameter:NAME}
     */
    public static void mustBeKnown(Map<String, ? extends List<?>> given, Set<String> known) {
        var errors = new ArrayList<Problem.Error>();
        for (var parameter : given.entrySet()) {
            if (!known.contains(parameter.getKey())) {
                errors.add(
                        new Problem.Error("parameter:" + parameter.getKey(), "is not a parameter that we know here"));
            } else if (parameter.getValue().size() > 1) {
                errors.add(new Problem.Error("parameter:" + parameter.getKey(), "is given twice"));
            }
            if (errors.size() > InvalidRequest.MOST_ERRORS) {
                break;
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
