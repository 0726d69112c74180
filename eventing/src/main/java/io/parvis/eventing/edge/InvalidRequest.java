package io.parvis.eventing.edge;

import java.util.List;
import java.util.Map;

/** The request is malformed: 400, with what is wrong and where. */
public final class InvalidRequest extends ProblemException {

    public InvalidRequest(List<Problem.Error> errors) {
        super(new Problem(
                Problem.of("invalid-request", 400, "", null).type(),
                "The request is not valid",
                400,
                null,
                errors,
                Map.of()));
    }

    /** @param pointer a JSON pointer into the body, or {@code parameter:name} */
    public InvalidRequest(String pointer, String detail) {
        this(List.of(new Problem.Error(pointer, detail)));
    }
}
