package io.parvis.edge.json;

import io.parvis.edge.problem.InvalidRequest;

/** Limits how many errors one validation collects: more would not be reported. Not thread-safe. */
final class ErrorLimit {

    /** One more than is reported, so that the problem can say that there are more. */
    private int left = InvalidRequest.MOST_ERRORS + 1;

    boolean isSpent() {
        return left <= 0;
    }

    void spend() {
        left--;
    }
}
