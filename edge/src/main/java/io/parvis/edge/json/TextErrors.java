package io.parvis.edge.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the errors in the texts of one body, so that all are reported at once. */
final class TextErrors {

    private final List<Problem.Error> errors = new ArrayList<>();

    /** A reader that collects errors here. */
    ObjectReader collecting(ObjectReader reader) {
        return reader.withAttribute(TextErrors.class, this);
    }

    /** Null if no collector is set. */
    static @Nullable TextErrors of(DeserializationContext context) {
        return (TextErrors) context.getAttribute(TextErrors.class);
    }

    void add(String pointer, String detail) {
        if (errors.size() <= InvalidRequest.MOST_ERRORS) {
            errors.add(new Problem.Error(pointer, detail));
        }
    }

    /** @throws InvalidRequest where there are any */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
