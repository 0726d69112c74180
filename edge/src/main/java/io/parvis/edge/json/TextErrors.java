package io.parvis.edge.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the texts of one body, so that its sender is told of all of them at once. */
final class TextErrors {

    private final List<Problem.Error> errors = new ArrayList<>();

    /** A reader that gathers them here. */
    ObjectReader collecting(ObjectReader reader) {
        return reader.withAttribute(TextErrors.class, this);
    }

    /** Null where nobody gathers any. */
    static @Nullable TextErrors of(DeserializationContext context) {
        return (TextErrors) context.getAttribute(TextErrors.class);
    }

    void add(String pointer, String detail) {
        if (errors.size() <= InvalidRequest.MOST_ERRORS) {
            errors.add(new Problem.Error(pointer, detail));
        }
    }

    /** @throws InvalidRequest where there are any */
    void refuse() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
