package io.parvis.edge.problem;

import java.util.List;
import java.util.Map;

/** The request is malformed: 400, with what is wrong and where. */
public final class InvalidRequest extends ProblemException {

    /** Whoever has made more mistakes finds the rest once these are mended. */
    public static final int MOST_ERRORS = 20;

    private static final String THERE_ARE_MORE = "At most %d errors are told; there are more.".formatted(MOST_ERRORS);

    public InvalidRequest(List<Problem.Error> errors) {
        super(new Problem(
                Problem.of("invalid-request", 400, "", null).type(),
                "The request is not valid",
                400,
                errors.size() > MOST_ERRORS ? THERE_ARE_MORE : null,
                errors.size() > MOST_ERRORS ? List.copyOf(errors.subList(0, MOST_ERRORS)) : errors,
                Map.of()));
    }

    /** @param pointer a JSON pointer into the body, or {@code parameter:name} */
    public InvalidRequest(String pointer, String detail) {
        this(List.of(new Problem.Error(pointer, detail)));
    }
}
